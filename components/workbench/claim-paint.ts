import type { AnchorRange } from "#domain/anchor.ts";
import type { ClaimAbilities, ClaimSummary } from "#domain/claim.ts";
import { claimsInTextOrder } from "./claim-order.ts";

/** A claim as it was shown, and all that made it look so. */
interface Painted {
  base: ClaimSummary;
  place: AnchorRange | undefined;
  openThreads: number;
  abilities: ClaimAbilities;
  shown: ClaimSummary;
}

/**
 * Makes of claims as the server has them claims as they are shown: where the person moved them, with what may be done
 * with them, numbered in text order. What looks the same as the last time is the same object.
 */
export class ClaimPaint {
  #painted = new Map<string, Painted>();
  readonly #threads = new Map<string, number>();
  #abilities: ClaimAbilities | null = null;

  /** @returns `claims` in text order */
  paint(claims: readonly ClaimSummary[], places: ReadonlyMap<string, AnchorRange>): ClaimSummary[] {
    const painted = new Map<string, Painted>();
    for (const claim of claims) painted.set(claim.id, this.#paintOne(claim, places.get(claim.id)));
    const ordered = claimsInTextOrder([...painted.values()].map(({ shown }) => shown));
    for (const shown of ordered) {
      const one = painted.get(shown.id);
      if (one) one.shown = shown;
    }
    this.#painted = painted;
    return ordered;
  }

  /** What may be done with any claim from now on. False where that changes nothing. */
  allow(abilities: ClaimAbilities): boolean {
    if (this.#abilities && isSameAbilities(this.#abilities, abilities)) return false;
    this.#abilities = abilities;
    return true;
  }

  countThreads(claimId: string, openThreads: number): void {
    this.#threads.set(claimId, openThreads);
  }

  /** The server's own count holds again. */
  forgetThreads(claimId: string): void {
    this.#threads.delete(claimId);
  }

  #paintOne(base: ClaimSummary, place: AnchorRange | undefined): Painted {
    const openThreads = this.#threads.get(base.id) ?? base.openThreads;
    const now = this.#abilities;
    const abilities = now && !isSameAbilities(now, base.abilities) ? now : base.abilities;
    const last = this.#painted.get(base.id);
    const isSame =
      last?.base === base &&
      last.openThreads === openThreads &&
      last.abilities === abilities &&
      last.place?.start === place?.start &&
      last.place?.end === place?.end;
    if (isSame) return last;
    const isMoved = place && (base.anchor.start !== place.start || base.anchor.end !== place.end);
    const isAsSaid = !isMoved && openThreads === base.openThreads && abilities === base.abilities;
    const anchor = isMoved ? { ...base.anchor, ...place, state: "exact" as const } : base.anchor;
    const shown = isAsSaid ? base : { ...base, anchor, openThreads, abilities };
    return { base, place, openThreads, abilities, shown };
  }
}

/** Whether two answers to "what may I do" are the same. */
export const isSameAbilities = (a: ClaimAbilities, b: ClaimAbilities): boolean =>
  a.update === b.update && a.delete === b.delete && a.settle === b.settle;
