import { finish } from "./command.mjs";
import { dropDatabase, ensureDatabase, withClient } from "./databases.mjs";
import { migrate } from "./migrations.mjs";
import { inRoot } from "./places.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";

const DESK = "uratori";
const HALF_MADE = "uratori_half_made";

/**
 * The desk's database on an embedded server, up to date. A new one is made, migrated and filled with the demo under
 * another name and renamed when whole: an interrupted first start leaves nothing that looks like a desk.
 *
 * @param {import("./postgres.mjs").Server} server
 * @param {import("./command.mjs").Variables} env for the seed, which runs the product's own commands
 * @returns {Promise<string>} its address
 */
export async function deskDatabase(server, env) {
  const exists = await withClient(server.url("postgres"), async (client) => {
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [DESK]);
    return Boolean(rowCount);
  });
  if (!exists) await makeDesk(server, env);
  const url = server.url(DESK);
  await step("migrations", (note) => migrate(url, note));
  if (await hasNobody(url)) await step("demo desk", () => seed(url, env));
  return url;
}

/** @param {import("./postgres.mjs").Server} server @param {import("./command.mjs").Variables} env */
async function makeDesk(server, env) {
  await dropDatabase(server, HALF_MADE);
  await ensureDatabase(server, HALF_MADE);
  const url = server.url(HALF_MADE);
  await step("migrations", (note) => migrate(url, note));
  await step("demo desk", () => seed(url, env));
  await withClient(server.url("postgres"), (client) =>
    client.query(`ALTER DATABASE ${HALF_MADE} RENAME TO ${DESK}`),
  );
}

/** @param {string} url */
async function hasNobody(url) {
  return await withClient(url, async (client) => {
    const { rows } = await client.query('SELECT NOT EXISTS (SELECT FROM "Member") AS nobody');
    return rows[0].nobody;
  });
}

/** @param {string} url @param {import("./command.mjs").Variables} env */
async function seed(url, env) {
  const args = ["--import", "tsx", inRoot("prisma/seed.ts")];
  const { code, output } = await finish(process.execPath, args, { env: { ...env, DATABASE_URL: url } });
  if (code === 0) return;
  const trouble = `the demo desk could not be made:\n${output.trim()}`;
  // Whoever works on the product must get in while a command is in pieces.
  if (env.NODE_ENV !== "development") throw new Refusal(trouble);
  console.error(trouble);
}
