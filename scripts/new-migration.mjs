import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureDatabase } from "./databases.mjs";
import { inRoot } from "./places.mjs";
import { step } from "./progress.mjs";
import { Refusal, run } from "./refusal.mjs";
import { schemaEngine } from "./schema-engine.mjs";
import { scratchPostgres } from "./scratch.mjs";

/**
 * Writes the migration that leads from `prisma/migrations` to `prisma/schema`. What Prisma's schema language cannot
 * say (checks, triggers, partial indexes) is added to the file by hand before it is committed.
 */
await run(async () => {
  const { values } = parseArgs({ options: { name: { type: "string" } } });
  const name = values.name ?? "";
  if (!/^[a-z][a-z0-9_]*$/.test(name))
    throw new Refusal("give the migration a name in small letters: npm run db:migrate -- --name add_locator");
  mkdirSync(inRoot("prisma/migrations"), { recursive: true });
  const sql = await step("difference", differenceInScratch);
  if (!sql) return console.log("nothing changed: the migrations already give this schema");
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = inRoot("prisma/migrations", `${stamp}_${name}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(inRoot("prisma/migrations/migration_lock.toml"), 'provider = "postgresql"\n');
  console.log(`written: prisma/migrations/${stamp}_${name}/migration.sql; read it before you commit it`);
});

async function differenceInScratch() {
  const server = await scratchPostgres();
  let engine;
  try {
    await ensureDatabase(server, "target");
    await ensureDatabase(server, "scratch");
    engine = await schemaEngine(server.url("target"), server.url("scratch"));
    return await engine.difference();
  } finally {
    await engine?.close();
    await server.stop();
  }
}
