import { copyFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { requireNode } from "./node-version.mjs";

requireNode();
const { DESK, HALF_MADE } = await import("./desk-database.mjs");
const { databaseNames, dropDatabase, ensureDatabase, withClient } = await import("./databases.mjs");
const { withDeskServer } = await import("./desk-address.mjs");
const { dataDir } = await import("./places.mjs");
const { step } = await import("./progress.mjs");
const { Refusal, run } = await import("./refusal.mjs");
const { checkBackup, restoreBackup } = await import("./restore-backup.mjs");

/** `npm run restore -- FOLDER` into an empty place; `--check` only reads the backup and compares its hashes. */
await run(async () => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { check: { type: "boolean", default: false } },
  });
  const [folder] = positionals;
  if (!folder) throw new Refusal("name the backup: npm run restore -- FOLDER");
  if (values.check) return await told("check", () => checkBackup(folder));
  await withDeskServer(
    async (server) => {
      if (server.own) return await told("restore", (note) => restoreBackup(folder, server.url(DESK), note));
      await restoreEmbedded(server, folder);
    },
    { isMade: true },
  );
});

/** Under another name until it is whole. @param {{ url: (database: string) => string }} server @param {string} folder */
async function restoreEmbedded(server, folder) {
  if ((await databaseNames(server)).includes(DESK))
    throw new Refusal(`there is a desk in ${dataDir()} already: name an empty URATORI_DATA_DIR`);
  await dropDatabase(server, HALF_MADE);
  await ensureDatabase(server, HALF_MADE);
  await told("restore", (note) => restoreBackup(folder, server.url(HALF_MADE), note));
  const secrets = join(folder, "secrets.json");
  if (existsSync(secrets)) copyFileSync(secrets, join(dataDir(), "secrets.json"));
  await withClient(server.url("postgres"), (client) =>
    client.query(`ALTER DATABASE ${HALF_MADE} RENAME TO ${DESK}`),
  );
}

/** @param {string} name @param {(note: (text: string) => void) => Promise<import("./take-backup.mjs").Manifest>} work */
async function told(name, work) {
  await step(name, async (note) => {
    const { tables, takenAt } = await work(note);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    note(`${tables.length} tables, ${rows} rows, the same as on ${takenAt} by number and hash`);
  });
}
