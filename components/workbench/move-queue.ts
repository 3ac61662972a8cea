import type { Anchor } from "#domain/anchor.ts";
import type { ClaimSummary } from "#domain/claim.ts";

/** How long an edge must rest before its new place is sent, in milliseconds. */
const REST = 500;

export interface Move {
  /** The claim as it stood before the first of the moves, to put it back where the server refuses. */
  before: ClaimSummary;
  anchor: Anchor;
}

/**
 * Collects the many small moves of an edge into one that is sent when the edge rests. A claim's moves are sent one
 * after another: two under way at once would be two writers of one field, and the server would say so.
 */
export class MoveQueue {
  readonly #send: (claimId: string, move: Move) => Promise<void>;
  readonly #waiting = new Map<string, Move & { timer: ReturnType<typeof setTimeout> }>();
  readonly #underWay = new Set<string>();

  constructor(send: (claimId: string, move: Move) => Promise<void>) {
    this.#send = send;
  }

  /** `claim` as it stood right before the move that was just shown, and where it stands now. */
  add(claim: ClaimSummary, anchor: Anchor): void {
    const waiting = this.#waiting.get(claim.id);
    clearTimeout(waiting?.timer);
    this.#wait(claim.id, { before: waiting?.before ?? claim, anchor });
  }

  /** Where a claim is to stand by a move that was not sent yet; null without one. */
  wanted(claimId: string): Anchor | null {
    return this.#waiting.get(claimId)?.anchor ?? null;
  }

  #wait(claimId: string, move: Move): void {
    const timer = setTimeout(() => {
      if (this.#underWay.has(claimId)) this.#wait(claimId, move);
      else void this.#run(claimId, move);
    }, REST);
    this.#waiting.set(claimId, { ...move, timer });
  }

  async #run(claimId: string, move: Move): Promise<void> {
    this.#waiting.delete(claimId);
    this.#underWay.add(claimId);
    try {
      await this.#send(claimId, move);
    } finally {
      this.#underWay.delete(claimId);
    }
  }
}
