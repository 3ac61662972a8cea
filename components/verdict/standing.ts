import { type ClaimSummary, isSettled } from "#domain/claim.ts";
import type { Rating } from "#domain/scale.ts";
import type { ClaimLook } from "#editor/claim-layer/painted-claim.ts";

/**
 * How a claim stands, as far as its look goes: nobody has begun, somebody works on it, or it is settled. A rating shows
 * only once the claim is settled: before that it is a thought and not a finding.
 */
export type Standing =
  | { name: "untouched" }
  | { name: "working" }
  | { name: "settled"; rating: Rating | null };

export function standingOf(claim: Pick<ClaimSummary, "workState" | "verdict">): Standing {
  if (isSettled(claim)) return { name: "settled", rating: claim.verdict?.ratingDetail ?? null };
  return { name: claim.workState === "to_check" ? "untouched" : "working" };
}

/** How the claim layer draws a claim that stands so. */
export function lookOf(claim: Pick<ClaimSummary, "workState" | "verdict">): ClaimLook {
  const standing = standingOf(claim);
  if (standing.name === "settled" && standing.rating) return `settled-${standing.rating.colour}`;
  return standing.name === "untouched" ? "open" : "work";
}
