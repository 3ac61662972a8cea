import { db } from "#server/db.ts";

/** What says only that somebody was there, or guessed: it may be written whatever a call is answered. */
const MARKS_OF_LIFE = ["lastSeenAt", "lastUsedAt"];
const NOT_COUNTED = ["SignInThrottle", "_prisma_migrations"];

/**
 * From here on every row that is made, changed or deleted in this file's database is written down, whoever does it; what is rolled
 * back is not. For tests that ask whether anything happened at all.
 */
export async function watchRows(): Promise<void> {
  await db().$executeRawUnsafe(`CREATE TABLE "_changed" (what text NOT NULL)`);
  await db().$executeRawUnsafe(`
    CREATE FUNCTION note_changed() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF TG_OP = 'UPDATE' AND to_jsonb(OLD) - TG_ARGV[0]::text[] = to_jsonb(NEW) - TG_ARGV[0]::text[] THEN
        RETURN NULL;
      END IF;
      INSERT INTO "_changed" VALUES (TG_OP || ' ' || TG_TABLE_NAME);
      RETURN NULL;
    END $$`);
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema() AND NOT tablename = ANY(${[...NOT_COUNTED, "_changed"]})`;
  for (const { name } of tables)
    await db().$executeRawUnsafe(
      `CREATE TRIGGER note_changed AFTER INSERT OR UPDATE OR DELETE ON ${name}
       FOR EACH ROW EXECUTE FUNCTION note_changed('{${MARKS_OF_LIFE.join(",")}}')`,
    );
}

/** What happened since this was last asked: `INSERT Claim`, each once, in the order of the alphabet. */
export async function changedRows(): Promise<string[]> {
  const rows = await db().$queryRaw<{ what: string }[]>`
    WITH gone AS (DELETE FROM "_changed" RETURNING what) SELECT DISTINCT what FROM gone ORDER BY what`;
  return rows.map(({ what }) => what);
}
