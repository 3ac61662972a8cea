import { finish } from "./command.mjs";
import { databaseNames, dropDatabase, ensureDatabase, withClient } from "./databases.mjs";
import { migrate } from "./migrations.mjs";
import { inRoot } from "./places.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";

/** What the desk's database is called on the embedded server, and while it is being made. */
export const DESK = "uratori";
export const HALF_MADE = "uratori_half_made";

/**
 * The desk's database on an embedded server, up to date. A new one is made, migrated and filled with the demo under
 * another name and renamed when whole: an interrupted first start leaves nothing that looks like a desk.
 *
 * @param {import("./postgres.mjs").Server} server
 * @param {import("./command.mjs").Variables} env for the seed, which runs the product's own commands
 * @returns {Promise<string>} its address
 */
export async function deskDatabase(server, env) {
  const exists = (await databaseNames(server)).includes(DESK);
  if (!exists) await makeDesk(server, env);
  const url = server.url(DESK);
  if (exists) await bringUpToDate(url, env);
  if (await hasNobody(url)) await step("demo desk", () => seed(url, env));
  return url;
}

/** @param {import("./postgres.mjs").Server} server @param {import("./command.mjs").Variables} env */
async function makeDesk(server, env) {
  await dropDatabase(server, HALF_MADE);
  await ensureDatabase(server, HALF_MADE);
  const url = server.url(HALF_MADE);
  await bringUpToDate(url, env);
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

/**
 * Brings any desk's database up to date: its tables, and the rating scales the product comes with.
 *
 * @param {string} url
 * @param {import("./command.mjs").Variables} env
 */
export async function bringUpToDate(url, env) {
  await step("migrations", (note) => migrate(url, note));
  await step("rating scales", () => runSeed("seed-scales.ts", url, env));
}

/** @param {string} url @param {import("./command.mjs").Variables} env */
async function seed(url, env) {
  try {
    await runSeed("seed.ts", url, env);
  } catch (error) {
    // Whoever works on the product must get in while a command is in pieces.
    if (env.NODE_ENV !== "development") throw error;
    console.error(error instanceof Error ? error.message : error);
  }
}

/** @param {string} file @param {string} url @param {import("./command.mjs").Variables} env */
async function runSeed(file, url, env) {
  const args = ["--import", "tsx", inRoot("prisma", file)];
  const { code, output } = await finish(process.execPath, args, { env: { ...env, DATABASE_URL: url } });
  if (code !== 0) throw new Refusal(`prisma/${file} failed:\n${output.trim()}`);
}
