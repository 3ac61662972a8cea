import type { Actor } from "#domain/rights/predicate.ts";
import type { Db } from "./db.ts";

/** What a saved version came from or says letter for letter is no change to look at any more. The save's event tells it. */
export async function settleTakenChange(
  tx: Db,
  actor: Actor,
  { articleId, captureId, sha256 }: { articleId: string; captureId: string | null; sha256: string },
): Promise<void> {
  await tx.articleChange.updateMany({
    where: { articleId, settledAt: null, OR: [{ sha256 }, ...(captureId === null ? [] : [{ captureId }])] },
    data: { settledAt: new Date(), settledById: actor.id },
  });
}
