import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { proseOf } from "#server/claim-prose.ts";
import { db, transaction } from "#server/db.ts";
import { lockClaim } from "#server/lock.ts";

/**
 * Opens a claim's shared document for whoever may read the claim: after it there is a stored state. NOT_FOUND where
 * there is no such claim or it was deleted. Nothing that anybody could see changes, so there is no event.
 */
export async function beginProse(actor: Actor, claimId: string): Promise<void> {
  authorise(actor, "article.read");
  const claim = await db().claim.findUnique({
    where: { id: claimId },
    select: { deletedAt: true, prose: { select: { claimId: true } } },
  });
  if (!claim || claim.deletedAt) throw new Refusal("NOT_FOUND");
  if (!claim.prose) await transaction(async (tx) => proseOf(tx, await lockClaim(tx, claimId)));
}
