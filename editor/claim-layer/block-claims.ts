import { highlightName } from "./highlight-styles.ts";
import { IntervalIndex } from "./interval-index.ts";
import { lanesOf } from "./lanes.ts";
import type { PaintedClaim } from "./painted-claim.ts";

/** A claim with the name it is painted under. */
interface NamedClaim {
  claim: PaintedClaim;
  name: string;
}

/**
 * The claims of one block. Order and lanes are worked out when first asked for, because most blocks are far from the
 * viewport and are never asked.
 */
export class BlockClaims {
  #claims: PaintedClaim[];
  #index: IntervalIndex<PaintedClaim> | null = null;

  constructor(first: PaintedClaim) {
    this.#claims = [first];
  }

  /** `claim` is not among them yet. */
  add(claim: PaintedClaim): void {
    this.#claims.push(claim);
    this.#index = null;
  }

  remove(id: string): void {
    this.#claims = this.#claims.filter((claim) => claim.id !== id);
    this.#index = null;
  }

  /** In reading order, an outer claim before those in it. */
  inOrder(): readonly PaintedClaim[] {
    return this.#ordered().items;
  }

  /** Those that hold the character at `offset` (code points in the linear text), the shortest first. */
  at(offset: number): PaintedClaim[] {
    return this.#ordered().at(offset);
  }

  named(): NamedClaim[] {
    const claims = this.inOrder();
    const lanes = lanesOf(claims);
    return claims.map((claim, index) => ({ claim, name: highlightName(claim.look, lanes[index] ?? 0) }));
  }

  #ordered(): IntervalIndex<PaintedClaim> {
    this.#index ??= new IntervalIndex(this.#claims);
    return this.#index;
  }
}
