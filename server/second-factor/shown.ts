import type { Db } from "#server/db.ts";

/** From now on the session stands. An ended one stays as it is. */
export async function markFactorShown(tx: Db, sessionId: string): Promise<void> {
  const now = new Date();
  await tx.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { secondFactorAt: now, lastUsedAt: now },
  });
}
