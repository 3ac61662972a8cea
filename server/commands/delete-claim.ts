import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockClaim } from "#server/lock.ts";

/** Takes a claim away. Nothing is lost: its findings stay and come back with `restoreClaim`. */
export async function deleteClaim(actor: Actor, input: { claimId: string }): Promise<void> {
  authorise(actor, "claim.delete");
  await transaction(async (tx) => {
    const claim = await lockClaim(tx, input.claimId);
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
