import type { ReportClaim } from "#domain/report.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { isEmptyRationale } from "#editor/rationale-text.ts";

/**
 * The claim's rationale node by node; null where none was written.
 * Throws TypeError on one that breaks the schema: what is stored passed it, and a report must not lose a reason silently.
 */
export function rationaleOf(claim: ReportClaim): Rationale | null {
  const stored = claim.verdict?.rationale;
  if (!stored) return null;
  const parsed = parseRationale(stored);
  if (!parsed.ok) {
    throw new TypeError(
      `Rationale of claim ${claim.id}: ${parsed.problem.code} at ${parsed.problem.path.join(".")}`,
    );
  }
  return isEmptyRationale(parsed.rationale) ? null : parsed.rationale;
}

/** The number evidence has in the claim's list; null for evidence that was taken away after it was cited. */
export const evidenceNumber = (claim: ReportClaim, evidenceId: string): number | null =>
  claim.evidence.find(({ id }) => id === evidenceId)?.number ?? null;
