import { readFileSync } from "node:fs";
import { expect, inject, test } from "vitest";
import { dropDatabase, ensureDatabase, withClient } from "./databases.mjs";
import { inRoot } from "./places.mjs";
import { migrationNames } from "./schema-engine.mjs";

/** What people have in a database of before must be there, and mean the same, after a migration. */

const server = { url: (/** @type {string} */ name) => inject("databaseUrl").replace(/[^/]+$/, name) };
const MEMBER = "00000000-0000-7000-8000-000000000001";

/**
 * Applies the migrations before `name`, puts `rows` in, and applies the rest.
 *
 * @param {string} name
 * @param {string} rows SQL
 * @param {(client: import("pg").Client) => Promise<void>} look
 */
async function upgradeOver(name, rows, look) {
  const database = `upgrade_over_${name}`;
  const names = migrationNames();
  const at = names.findIndex((one) => one.endsWith(`_${name}`));
  const sql = (/** @type {string} */ one) =>
    readFileSync(inRoot("prisma/migrations", one, "migration.sql"), "utf8");
  await ensureDatabase(server, database);
  try {
    await withClient(server.url(database), async (client) => {
      for (const one of names.slice(0, at)) await client.query(sql(one));
      await client.query(rows);
      for (const one of names.slice(at)) await client.query(sql(one));
      await look(client);
    });
  } finally {
    await dropDatabase(server, database);
  }
}

test("tokens go on as they were for a year; answers are kept, and secrets in them are not", async () => {
  const rows = `
    INSERT INTO "Member" (id, email, name, role) VALUES ('${MEMBER}', 'a@uratori.example', 'A', 'editor');
    INSERT INTO "AccessToken" (id, "memberId", name, "secretHash", "lastUsedAt") VALUES
      (gen_random_uuid(), '${MEMBER}', 'script', 'hash', '2026-11-01T00:00:00Z');
    INSERT INTO "AnsweredDeed" ("memberId", "deedId", answer, seq) VALUES
      ('${MEMBER}', gen_random_uuid(), '{"id":"x","statement":"secret"}', 3),
      ('${MEMBER}', gen_random_uuid(), '{"id":"x","secret":"ura_x"}', null),
      ('${MEMBER}', gen_random_uuid(), '{"id":"x","secretHash":"y"}', null),
      ('${MEMBER}', gen_random_uuid(), 'null', null),
      ('${MEMBER}', gen_random_uuid(), '0', null);`;
  await upgradeOver("tokens_end_and_deeds_are_named", rows, async (client) => {
    const tokens = await client.query(`SELECT *, "expiresAt" - now() AS left FROM "AccessToken"`);
    expect(tokens.rows).toMatchObject([
      {
        name: "script",
        scope: "write",
        revokedAt: null,
        endedAt: null,
        lastUsedAt: new Date("2026-11-01T00:00:00Z"),
      },
    ]);
    expect(tokens.rows[0].left.days).toBeGreaterThanOrEqual(364);
    const deeds = await client.query(
      `SELECT operation, "inputHash", answer, seq FROM "AnsweredDeed" ORDER BY operation NULLS FIRST, seq NULLS LAST`,
    );
    expect(deeds.rows).toEqual([
      { operation: null, inputHash: null, answer: { id: "x", statement: "secret" }, seq: 3 },
      { operation: null, inputHash: null, answer: null, seq: null },
      { operation: "member.invite", inputHash: null, answer: null, seq: null },
      { operation: "profile.createToken", inputHash: null, answer: null, seq: null },
    ]);
  });
});
