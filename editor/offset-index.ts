import { type CodePoints, codePoints, type Utf16Units, utf16Units } from "#domain/offset.ts";

/** How many UTF-16 units lie between two remembered places: what a lookup walks at most. */
const STRIDE = 64;

/**
 * Converts between code points and UTF-16 units of one long text without walking it from its start each time: an
 * article of 100,000 characters with 2,000 claims asks thousands of times. Building is linear, asking walks at most
 * `STRIDE` units. A text without surrogate pairs, as most are, needs no memory at all.
 * Answers equal `toUtf16` and `toCodePoints` of `domain/offset.ts`, also for lone surrogates and offsets outside.
 */
export class OffsetIndex {
  readonly #text: string;
  /** `#points[i]` is the number of code points before UTF-16 unit `i * STRIDE`; null where both units agree. */
  readonly #points: Uint32Array | null;
  readonly length: CodePoints;

  constructor(text: string) {
    this.#text = text;
    const points = new Uint32Array(Math.floor(text.length / STRIDE) + 1);
    let count = 0;
    for (let units = 0; units < text.length; units += 1) {
      if (units % STRIDE === 0) points[units / STRIDE] = count;
      if (!this.#isInsidePair(units)) count += 1;
    }
    if (text.length % STRIDE === 0) points[text.length / STRIDE] = count;
    this.length = codePoints(count);
    this.#points = count === text.length ? null : points;
  }

  /** The UTF-16 offset at which code point `offset` begins; the text's end for one past it. */
  toUtf16(offset: CodePoints): Utf16Units {
    if (offset <= 0) return utf16Units(0);
    if (offset >= this.length) return utf16Units(this.#text.length);
    if (!this.#points) return utf16Units(offset);
    const slot = this.#lastSlotAtOrBefore(this.#points, offset);
    let units = slot * STRIDE;
    let count = this.#points[slot] ?? 0;
    if (this.#isInsidePair(units)) units += 1;
    for (; count < offset; count += 1) units += this.#isInsidePair(units + 1) ? 2 : 1;
    return utf16Units(units);
  }

  /** The code point offset of UTF-16 unit `offset`; inside a surrogate pair, the pair's start. */
  toCodePoints(offset: Utf16Units): CodePoints {
    const target = Math.min(Math.max(offset, 0), this.#text.length);
    if (!this.#points) return codePoints(target);
    const slot = Math.floor(target / STRIDE);
    let count = this.#points[slot] ?? 0;
    for (let units = slot * STRIDE; units < target; units += 1) if (!this.#isInsidePair(units)) count += 1;
    return codePoints(this.#isInsidePair(target) ? count - 1 : count);
  }

  /** Counts grow from slot to slot: a stride of units holds at least half as many code points. */
  #lastSlotAtOrBefore(points: Uint32Array, offset: number): number {
    let low = 0;
    let high = points.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((points[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether unit `index` is the second half of a surrogate pair. */
  #isInsidePair(index: number): boolean {
    const unit = this.#text.charCodeAt(index);
    if (!(unit >= 0xdc00 && unit <= 0xdfff) || index === 0) return false;
    const before = this.#text.charCodeAt(index - 1);
    return before >= 0xd800 && before <= 0xdbff;
  }
}
