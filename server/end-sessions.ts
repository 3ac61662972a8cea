import type { SessionEnd } from "#domain/session.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { audit } from "#server/observe/audit.ts";

/**
 * Ends the sessions that `which` picks and that have not ended, for good. Their open pages are closed on every instance as
 * soon as the transaction commits: the table's trigger wakes them.
 *
 * @returns how many ended
 */
export async function endSessions(
  tx: Db,
  which: Prisma.SessionWhereInput,
  endedWhy: SessionEnd,
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { AND: [which, { endedAt: null }] },
    data: { endedAt: new Date(), endedWhy },
  });
  if (count > 0) audit("session.ended", { why: endedWhy, count });
  return count;
}
