import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockClaimEvenDeleted } from "#server/lock.ts";
import { loadClaim } from "#server/reads/claim.ts";

/** Brings a deleted claim back with everything that was found about it. A claim that stands is answered as it is. */
export async function restoreClaim(actor: Actor, input: { claimId: string }): Promise<Claim> {
  authorise(actor, "claim.delete");
  return await transaction(async (tx) => {
    const claim = await lockClaimEvenDeleted(tx, input.claimId);
    if (claim.deletedAt) {
      await tx.claim.update({ where: { id: claim.id }, data: { deletedAt: null } });
      await appendEvent(tx, {
        kind: "claim.restored",
        actorId: actor.id,
        articleId: claim.articleId,
        claimId: claim.id,
        subjectId: claim.id,
      });
    }
    return await loadClaim(tx, actor, claim.id);
  });
}
