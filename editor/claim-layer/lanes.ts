import type { Span } from "./interval-index.ts";

/** How many underlines can be told apart under one line of text; deeper nesting shares the lowest. */
export const LANES = 3;

/**
 * The lane of each span, 0 nearest to the text, such that overlapping spans are drawn apart as long as lanes last: an
 * outer claim is underlined close to the words and one nested in it lower. `spans` come in the order of
 * `IntervalIndex`. Answers in the same order.
 */
export function lanesOf(spans: readonly Span[]): number[] {
  const freeFrom = new Array<number>(LANES).fill(Number.NEGATIVE_INFINITY);
  return spans.map(({ start, end }) => {
    const free = freeFrom.findIndex((at) => at <= start);
    const lane = free < 0 ? LANES - 1 : free;
    freeFrom[lane] = Math.max(end, freeFrom[lane] ?? end);
    return lane;
  });
}
