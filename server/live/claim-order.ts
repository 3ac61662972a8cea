/** Where a claim stands; `end` exclusive, both in code points; both null where it has no place. */
interface Place {
  start: number | null;
  end: number | null;
}

/** The text order of an article's claims while its room is open, so that no number has to be asked of the database. */
export class ClaimOrder {
  readonly #places: Map<string, Place>;
  #numbers: Map<string, number> | null = null;

  constructor(places: Iterable<[string, Place]>) {
    this.#places = new Map(places);
  }

  put(id: string, { start, end }: Place): void {
    const known = this.#places.get(id);
    if (known?.start === start && known.end === end) return;
    this.#places.set(id, { start, end });
    this.#numbers = null;
  }

  remove(id: string): void {
    if (this.#places.delete(id)) this.#numbers = null;
  }

  /** The claim's place among all, from 1. */
  numberOf(id: string): number {
    this.#numbers ??= this.#counted();
    return this.#numbers.get(id) ?? this.#places.size + 1;
  }

  /** The order is the one of `server/reads/claim-order.ts`. */
  #counted(): Map<string, number> {
    const sorted = [...this.#places].sort(
      ([idA, a], [idB, b]) => compared(a.start, b.start) || compared(a.end, b.end) || (idA < idB ? -1 : 1),
    );
    return new Map(sorted.map(([id], index) => [id, index + 1]));
  }
}

/** What has no place comes last. */
const compared = (a: number | null, b: number | null): number =>
  a === b ? 0 : (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY);
