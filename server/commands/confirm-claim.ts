import type { Claim } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { FieldChange } from "#domain/event.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { submitVerdict } from "#server/draft-verdict.ts";
import { appendEvent } from "#server/event-log.ts";
import { changesData, raisedVersion } from "#server/field-changes.ts";
import { lockClaim } from "#server/lock.ts";
import { staleLossOf } from "#server/mark-stale.ts";
import { notifyOfDecision } from "#server/notify.ts";
import { loadClaim } from "#server/reads/claim.ts";
import { NOT_STALE } from "#server/views/stale.ts";

/**
 * Says that a claim's finding holds for the words that changed under it. Work that was settled before is settled again;
 * an approval is not given back, because whoever approved has not seen the new words. CLAIM_NOT_STALE where they did not
 * change.
 */
export async function confirmClaim(actor: Actor, { claimId }: { claimId: string }): Promise<Claim> {
  authorise(actor, "claim.update");
  return await transaction(async (tx) => {
    const claim = await lockClaim(tx, claimId);
    if (claim.staleWas === null) throw new Refusal("CLAIM_NOT_STALE");
    const settles = staleLossOf(claim) !== null && claim.workState === "checking";
    const work: FieldChange[] = settles ? [{ field: "workState", from: "checking", to: "settled" }] : [];
    if (settles) {
      authorise(actor, "claim.settle");
      await submitVerdict(tx, claimId);
    }
    await tx.claim.update({
      where: { id: claimId },
      data: {
        ...NOT_STALE,
        ...(settles && { workState: "settled" }),
        ...raisedVersion(claim, settles ? ["workState"] : []),
      },
    });
    await appendEvent(tx, {
      kind: "claim.confirmed",
      actorId: actor.id,
      articleId: claim.articleId,
      claimId,
      subjectId: claimId,
      data: { ...changesData(work), was: claim.staleWas },
    });
    if (settles) await notifyOfDecision(tx, actor, claimId, "settled");
    return await loadClaim(tx, actor, claimId);
  });
}
