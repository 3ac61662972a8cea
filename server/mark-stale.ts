import type { Stale } from "#domain/claim.ts";
import { staleLossSchema } from "#domain/claim.ts";
import type { Claim, Verdict } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { findVerdict, takeUp } from "#server/draft-verdict.ts";
import { raisedVersion } from "#server/field-changes.ts";
import { notify } from "#server/notify.ts";

/**
 * Says of a locked claim that its words changed in `revisionId`. A verdict that was approved or submitted is kept as it
 * was given and goes on as a draft, settled work goes back to checking, and who works on the claim or judged it is told.
 * A finding that was stale before stays about the words it was made on.
 */
export async function markStale(
  tx: Db,
  actor: { id: string },
  claim: Claim,
  { revisionId, was }: { revisionId: string; was: string },
): Promise<void> {
  const verdict = await findVerdict(tx, claim.id);
  const lost = lossOf(claim, verdict);
  if (verdict?.state === "approved" || verdict?.state === "submitted") await takeUp(tx, verdict);
  const isReopened = claim.workState === "settled";
  await tx.claim.update({
    where: { id: claim.id },
    data: {
      staleSince: claim.staleSince ?? new Date(),
      staleRevisionId: revisionId,
      staleWas: claim.staleWas ?? was,
      staleLost: lost ?? claim.staleLost,
      ...(isReopened && { workState: "checking" }),
      ...raisedVersion(claim, ["target", ...(isReopened ? ["workState"] : [])]),
    },
  });
  const { articleId, id: claimId, assigneeId } = claim;
  await notify(tx, actor, { kind: "stale", articleId, claimId }, [assigneeId, verdict?.authorId ?? null]);
}

function lossOf(claim: Claim, verdict: Verdict | null): Stale["lost"] {
  if (verdict?.state === "approved") return "approved";
  if (claim.workState === "settled") return "settled";
  return verdict?.state === "submitted" ? "submitted" : null;
}

/** What a stale claim's finding lost. */
export const staleLossOf = ({ staleLost }: Claim): Stale["lost"] =>
  staleLossSchema.nullable().parse(staleLost);
