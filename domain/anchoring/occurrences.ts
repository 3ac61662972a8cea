import { type Block, blockAround } from "../block.ts";
import { boundaryTest } from "../grapheme.ts";
import { codePointLength, codePoints, toUtf16, utf16Units } from "../offset.ts";
import type { TextRange } from "./trim-range.ts";

/** A place where a quote stands: `local` is in code points of `block.text`. */
export interface Occurrence {
  block: Block;
  local: TextRange;
}

/** No more places than this are looked at: a quote that stands a thousand times tells nobody where. */
export const MAX_OCCURRENCES = 1000;

/**
 * The places where `exact` stands inside one block, letter for letter and on whole graphemes, in reading order, the
 * first `MAX_OCCURRENCES` of them. Places may overlap: 「ああ」 stands twice in 「あああ」. A place that would cut a
 * grapheme in two is none, because what a reader sees there is another word.
 */
export function occurrencesOf(blocks: readonly Block[], exact: string): Occurrence[] {
  const found: Occurrence[] = [];
  if (exact === "") return found;
  for (const block of blocks) {
    let index = block.text.indexOf(exact);
    let counted = { units: 0, points: 0 };
    const isBoundary = boundaryTest(block.text);
    for (; index >= 0 && found.length < MAX_OCCURRENCES; index = block.text.indexOf(exact, index + 1)) {
      // Counting goes on from the place before, so that a long block is walked once.
      const points = counted.points + codePointLength(block.text.slice(counted.units, index));
      if (isWhole(isBoundary, exact, index)) found.push(placeAt(block, exact, points));
      if (!isInsidePair(block.text, index)) counted = { units: index, points };
    }
  }
  return found;
}

/** The place at `start` (code points in the linear text) if `exact` stands there as `occurrencesOf` would find it. */
export function occurrenceAt(blocks: readonly Block[], exact: string, start: number): Occurrence | null {
  const range = { start: codePoints(start), end: codePoints(start + codePointLength(exact)) };
  const block = exact === "" ? null : blockAround(blocks, range);
  if (!block) return null;
  const index = toUtf16(block.text, codePoints(start - block.start));
  const stands = block.text.startsWith(exact, index) && isWhole(boundaryTest(block.text), exact, index);
  return stands ? placeAt(block, exact, start - block.start) : null;
}

const placeAt = (block: Block, exact: string, start: number): Occurrence => ({
  block,
  local: { start: codePoints(start), end: codePoints(start + codePointLength(exact)) },
});

/** Whether `exact`, which stands at UTF-16 offset `index`, begins and ends between graphemes. */
const isWhole = (isBoundary: ReturnType<typeof boundaryTest>, exact: string, index: number): boolean =>
  isBoundary(utf16Units(index)) && isBoundary(utf16Units(index + exact.length));

/** Half a pair can be found inside a pair; nothing may be counted from there. */
const isInsidePair = (text: string, index: number): boolean =>
  index > 0 && (text.codePointAt(index - 1) ?? 0) > 0xffff;
