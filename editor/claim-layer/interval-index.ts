/** A span of whole numbers, `end` exclusive. */
export interface Span {
  start: number;
  end: number;
}

/**
 * Answers which of many spans hold a point, without asking each: spans in reading order beside the furthest end so
 * far. Built in n log n; a question costs a search plus a walk over the spans that might still reach the point.
 */
export class IntervalIndex<Item extends Span> {
  /** By start; of those with one start, the longest first: the order in which a reader meets them. */
  readonly items: readonly Item[];
  readonly #furthest: number[] = [];

  constructor(items: Iterable<Item>) {
    this.items = [...items].sort((a, b) => a.start - b.start || b.end - a.end);
    let furthest = Number.NEGATIVE_INFINITY;
    for (const item of this.items) {
      furthest = Math.max(furthest, item.end);
      this.#furthest.push(furthest);
    }
  }

  /** The items with `start <= point < end`, the shortest first: what a person most likely means by pointing there. */
  at(point: number): Item[] {
    const found: Item[] = [];
    for (let i = this.#lastStartingBy(point); i >= 0 && (this.#furthest[i] ?? 0) > point; i -= 1) {
      const item = this.items[i];
      if (item && item.end > point) found.push(item);
    }
    return found.sort((a, b) => a.end - a.start - (b.end - b.start) || a.start - b.start);
  }

  #lastStartingBy(point: number): number {
    let low = 0;
    let high = this.items.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.items[middle]?.start ?? 0) <= point) low = middle + 1;
      else high = middle;
    }
    return low - 1;
  }
}
