import type { Db } from "#server/db.ts";

/**
 * Until the transaction ends, nobody else invites or admits `email`. There may be no row to lock yet, so the address
 * itself is locked.
 */
export async function lockAddress(tx: Db, email: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`address|${email}`}, 0))`;
}
