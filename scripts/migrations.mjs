import { withClient } from "./databases.mjs";
import { Refusal } from "./refusal.mjs";
import { migrationNames, schemaEngine } from "./schema-engine.mjs";

/** Any number, the same in every instance: only one of those that start together may migrate. */
const LOCK = 7_310_402;

/**
 * Brings a database to the schema of this checkout. Several instances may call it at once: one works, the others
 * wait and then find nothing to do.
 *
 * @param {string} url
 * @param {(note: string) => void} [note] told how many there are to do
 * @param {string[]} [wanted] only these, all of which the checkout must have; by default all of the checkout's
 * @returns {Promise<string[]>} names of the migrations applied now
 * @throws Refusal when a migration fails or the database is newer than the checkout
 */
export async function migrate(url, note = () => {}, wanted = migrationNames()) {
  return await withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    const done = await appliedNames(client);
    const known = migrationNames();
    const unknown = [...done, ...wanted].filter((name) => !known.includes(name));
    if (unknown.length > 0)
      throw new Refusal(
        `the database is newer than this checkout (it has ${unknown.join(", ")}): start the version that made it`,
      );
    const open = wanted.filter((name) => !done.includes(name));
    if (open.length === 0) return [];
    note(`${open.length} to apply`);
    const engine = await schemaEngine(url);
    try {
      return await engine.apply(wanted);
    } catch (error) {
      throw new Refusal(
        `the database could not be brought up to date: ${error instanceof Error ? error.message : error}`,
      );
    } finally {
      await engine.close();
    }
  });
}

/** @param {import("pg").Client} client @returns {Promise<string[]>} in the order of their names */
export async function appliedNames(client) {
  const { rows: found } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
  if (!found[0]?.name) return [];
  const { rows } = await client.query(
    "SELECT migration_name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1",
  );
  return rows.map((row) => row.migration_name);
}
