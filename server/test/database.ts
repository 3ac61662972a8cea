import { db } from "#server/db.ts";

/**
 * For database tests (`*.db.test.ts`). Every test file already has a migrated, empty database of its own in
 * `DATABASE_URL`; this empties it again between tests that need that.
 */
export async function emptyDatabase(): Promise<void> {
  const tables = await db().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(tablename) AS name FROM pg_tables
    WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'`;
  const names = tables.map(({ name }) => name).join(", ");
  if (!names) return;
  await db().$transaction(async (tx) => {
    // Without triggers, which refuse to empty what people worked on: only a superuser of the database can.
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRawUnsafe(`TRUNCATE ${names} RESTART IDENTITY CASCADE`);
  });
}
