import type { Dismissal } from "#domain/article.ts";
import type { ClaimSummary } from "#domain/claim.ts";

/** How touched claims and bullets stand on the server. */
export interface ClaimNews {
  /** The number of the last event that is told of. */
  seq: number;
  claims: readonly ClaimSummary[];
  /** Ids of claims that are deleted. */
  gone: readonly string[];
  bullets: readonly { blockId: string; dismissal: Dismissal | null }[];
}

/** A claim as the server said last; `claim` null where it only ever said that it is deleted. */
interface SaidClaim {
  seq: number;
  claim: ClaimSummary | null;
  isGone: boolean;
}

/**
 * What the server has said about the claims and bullets of an article, each with the number of the event as of which it
 * said so. Answers and news come over two lines, and an answer may be on its way for long: what is as of an earlier
 * event than what is known already changes nothing.
 */
export class ServerWord {
  /** As of which event everything stands that nothing was said about since. */
  readonly #first: number;
  readonly #claims: Map<string, SaidClaim>;
  readonly #bullets: Map<string, { seq: number; dismissal: Dismissal | null }>;

  constructor(initial: { seq: number; claims: readonly ClaimSummary[]; dismissals: readonly Dismissal[] }) {
    const { seq } = initial;
    this.#first = seq;
    this.#claims = new Map(initial.claims.map((claim) => [claim.id, { seq, claim, isGone: false }]));
    this.#bullets = new Map(
      initial.dismissals.map((dismissal) => [dismissal.blockId, { seq, dismissal }] as const),
    );
  }

  /** Whether something newer than `seq` is known of a claim. */
  isOverruled(claimId: string, seq: number): boolean {
    return seq < (this.#claims.get(claimId)?.seq ?? this.#first);
  }

  /** Takes in a claim. False where that is no news: what is known is as new or newer. */
  sayClaim(claim: ClaimSummary, seq: number): boolean {
    const known = this.#claims.get(claim.id);
    if (known ? seq <= known.seq : seq < this.#first) return false;
    this.#claims.set(claim.id, { seq, claim, isGone: false });
    return true;
  }

  /** Takes in that a claim is deleted; how it stood is kept, for when it comes back. False where newer is known. */
  sayGone(claimId: string, seq: number): boolean {
    if (this.isOverruled(claimId, seq)) return false;
    this.#claims.set(claimId, { seq, claim: this.#claims.get(claimId)?.claim ?? null, isGone: true });
    return true;
  }

  /** Takes in how a bullet stands. False where newer is known. */
  sayBullet(blockId: string, dismissal: Dismissal | null, seq: number): boolean {
    if (seq < (this.#bullets.get(blockId)?.seq ?? this.#first)) return false;
    this.#bullets.set(blockId, { seq, dismissal });
    return true;
  }

  /** Claims that stand. `decided`: which of the known do, whatever the server said. */
  standing(decided: ReadonlyMap<string, boolean>): ClaimSummary[] {
    return [...this.#claims].flatMap(([id, { claim, isGone }]) =>
      claim && (decided.get(id) ?? !isGone) ? claim : [],
    );
  }

  /** Whether the server has ever said something about a claim. */
  knows(claimId: string): boolean {
    return this.#claims.has(claimId);
  }

  /** Dismissals by block id. */
  dismissals(): Map<string, Dismissal> {
    const said = [...this.#bullets].flatMap(([blockId, { dismissal }]) =>
      dismissal ? [[blockId, dismissal] as const] : [],
    );
    return new Map(said);
  }
}
