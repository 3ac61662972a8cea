import { type ClaimSummary, isSettled } from "#domain/claim.ts";
import type { Rating, RatingColour } from "#domain/scale.ts";

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

/** The name a claim is painted under: its rating's colour, or how far the work is. */
export type Paint = "untouched" | "working" | RatingColour;

export function paintOf(claim: Pick<ClaimSummary, "workState" | "verdict">): Paint {
  const standing = standingOf(claim);
  if (standing.name !== "settled") return standing.name;
  return standing.rating?.colour ?? "working";
}
