import type { ClaimSummary } from "#domain/claim.ts";

/** How long an edge must rest before its new place is sent, in milliseconds. */
const REST = 500;

/**
 * Collects the many small moves of an edge into one that is sent when the edge rests. `send` is given the claim as it
 * stood before the first of them, to put it back where the server refuses.
 */
export class MoveQueue {
  readonly #send: (claimId: string, before: ClaimSummary) => void;
  readonly #waiting = new Map<string, { before: ClaimSummary; timer: ReturnType<typeof setTimeout> }>();

  constructor(send: (claimId: string, before: ClaimSummary) => void) {
    this.#send = send;
  }

  /** `claim` as it stood right before the move that was just shown. */
  add(claim: ClaimSummary): void {
    const waiting = this.#waiting.get(claim.id);
    clearTimeout(waiting?.timer);
    const before = waiting?.before ?? claim;
    const timer = setTimeout(() => {
      this.#waiting.delete(claim.id);
      this.#send(claim.id, before);
    }, REST);
    this.#waiting.set(claim.id, { before, timer });
  }
}
