import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockClaimEvenDeleted } from "#server/lock.ts";

/**
 * Takes a claim away. Nothing is lost: its findings stay and come back with `restoreClaim`. A claim that was taken away
 * already stays so, without an event.
 */
export async function deleteClaim(actor: Actor, input: { claimId: string }): Promise<void> {
  authorise(actor, "claim.delete");
  await transaction(async (tx) => {
    const claim = await lockClaimEvenDeleted(tx, input.claimId);
    if (claim.deletedAt) return;
    await tx.claim.update({ where: { id: claim.id }, data: { deletedAt: new Date() } });
    await appendEvent(tx, {
      kind: "claim.deleted",
      actorId: actor.id,
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: claim.id,
    });
  });
}
