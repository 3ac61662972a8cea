import { join } from "node:path";
import { parseArgs } from "node:util";
import { requireNode } from "./node-version.mjs";

requireNode();
const { DESK } = await import("./desk-database.mjs");
const { withDeskServer } = await import("./desk-address.mjs");
const { dataDir } = await import("./places.mjs");
const { step } = await import("./progress.mjs");
const { Refusal, run } = await import("./refusal.mjs");
const { takeBackup } = await import("./take-backup.mjs");

/** `npm run backup -- FOLDER`, also while the desk is at work. */
await run(async () => {
  const [folder] = parseArgs({ allowPositionals: true }).positionals;
  if (!folder) throw new Refusal("name the folder to be made: npm run backup -- FOLDER");
  await withDeskServer(async ({ own, url }) => {
    const secrets = own ? null : join(dataDir(), "secrets.json");
    await step("backup", async (note) => {
      const { tables } = await takeBackup(url(DESK), folder, { secrets, note });
      note(`${tables.length} tables, ${tables.reduce((sum, { rows }) => sum + rows, 0)} rows in ${folder}`);
    });
  });
});
