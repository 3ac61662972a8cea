import type { PaintedClaim } from "#editor/claim-layer/painted-claim.ts";
import type { RevisionContent } from "#editor/revision-document.ts";

/** One way of showing an article with claims in it. */
export interface Subject {
  /** Shows the text inside `host`. */
  mount(host: HTMLElement, revision: RevisionContent): void;
  /** Shows all claims at once. */
  paint(claims: readonly PaintedClaim[]): void;
  /** Shows one more. */
  add(claim: PaintedClaim): void;
}
