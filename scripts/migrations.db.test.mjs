import { expect, inject, test } from "vitest";
import { dropDatabase, ensureDatabase, withClient } from "./databases.mjs";
import { migrate } from "./migrations.mjs";
import { migrationNames, schemaEngine } from "./schema-engine.mjs";

const server = { url: (/** @type {string} */ name) => inject("databaseUrl").replace(/[^/]+$/, name) };

/** @param {string} name @param {(url: string) => Promise<void>} work */
async function withDatabase(name, work) {
  await ensureDatabase(server, name);
  try {
    await work(server.url(name));
  } finally {
    await dropDatabase(server, name);
  }
}

test("the migrations give exactly the schema; if not: npm run db:migrate -- --name what_changed", async () => {
  await withDatabase("drift_scratch", async (scratch) => {
    const engine = await schemaEngine(server.url("postgres"), scratch);
    try {
      expect(await engine.difference()).toBe("");
    } finally {
      await engine.close();
    }
  });
});

test("instances that start together migrate once", async () => {
  await withDatabase("migrated_together", async (url) => {
    const done = await Promise.all([migrate(url), migrate(url), migrate(url)]);
    expect(done.map((names) => names.length).sort()).toEqual([0, 0, migrationNames().length]);
    expect(await migrate(url)).toEqual([]);
  });
});

test("a database from a later version is left alone", async () => {
  await withDatabase("from_the_future", async (url) => {
    await migrate(url);
    await withClient(url, (client) =>
      client.query(
        "INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', 'x', '29991231000000_later', now())",
      ),
    );
    await expect(migrate(url)).rejects.toThrow("newer than this checkout (it has 29991231000000_later)");
  });
});
