import type { Claim, ClaimSummary } from "#domain/claim.ts";

/** A claim as lists and the reader keep it: without the long texts. */
export function summaryOf(claim: Claim): ClaimSummary {
  const { evidence, verdict, ...rest } = claim;
  if (!verdict) return { ...rest, verdict: null, evidenceCount: evidence.length };
  const { rationale: _, ...short } = verdict;
  return { ...rest, verdict: short, evidenceCount: evidence.length };
}
