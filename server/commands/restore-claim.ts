import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockClaimEvenDeleted } from "#server/lock.ts";
import { loadClaim } from "#server/reads/claim.ts";
import { loadNewestRevisionId } from "#server/reads/revision.ts";

/**
 * Brings a deleted claim back with everything that was found about it. One that a revision dropped comes back without a
 * place, and needs placing. A claim that stands is answered as it is.
 */
export async function restoreClaim(actor: Actor, input: { claimId: string }): Promise<Claim> {
  authorise(actor, "claim.delete");
  return await transaction(async (tx) => {
    const claim = await lockClaimEvenDeleted(tx, input.claimId);
    if (claim.deletedAt) {
      const revisionId = await loadNewestRevisionId(tx, claim.articleId);
      await tx.claim.update({ where: { id: claim.id }, data: { deletedAt: null } });
      const { count } = await tx.anchor.updateMany({
        where: { claimId: claim.id, revisionId, state: "dropped" },
        data: { state: "needs_placing", dropReason: null },
      });
      await appendEvent(tx, {
        kind: "claim.restored",
        actorId: actor.id,
        articleId: claim.articleId,
        claimId: claim.id,
        subjectId: claim.id,
        ...(count > 0 && { data: { needsPlacing: true } }),
      });
    }
    return await loadClaim(tx, actor, claim.id);
  });
}
