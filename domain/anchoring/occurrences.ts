import { type Block, blockAround } from "../block.ts";
import { isGraphemeBoundary } from "../grapheme.ts";
import { codePointLength, codePoints, toCodePoints, toUtf16, utf16Units } from "../offset.ts";
import type { TextRange } from "./trim-range.ts";

/** A place where a quote stands: `local` is in code points of `block.text`. */
export interface Occurrence {
  block: Block;
  local: TextRange;
}

/**
 * Every place where `exact` stands inside one block, letter for letter and on whole graphemes, in reading order.
 * Places may overlap: 「ああ」 stands twice in 「あああ」. A place that would cut a grapheme in two is none, because
 * what a reader sees there is another word.
 */
export function occurrencesOf(blocks: readonly Block[], exact: string): Occurrence[] {
  if (exact === "") return [];
  return blocks.flatMap((block) => {
    const found: Occurrence[] = [];
    for (let index = block.text.indexOf(exact); index >= 0; index = block.text.indexOf(exact, index + 1)) {
      const place = placeAt(block, exact, index);
      if (place) found.push(place);
    }
    return found;
  });
}

/** The place at `start` (code points in the linear text) if `exact` stands there as `occurrencesOf` would find it. */
export function occurrenceAt(blocks: readonly Block[], exact: string, start: number): Occurrence | null {
  const range = { start: codePoints(start), end: codePoints(start + codePointLength(exact)) };
  const block = exact === "" ? null : blockAround(blocks, range);
  if (!block) return null;
  const index = toUtf16(block.text, codePoints(start - block.start));
  return block.text.startsWith(exact, index) ? placeAt(block, exact, index) : null;
}

/** `index` is a UTF-16 offset at which `exact` stands in `block.text`. */
function placeAt(block: Block, exact: string, index: number): Occurrence | null {
  const from = utf16Units(index);
  const to = utf16Units(index + exact.length);
  if (!isGraphemeBoundary(block.text, from) || !isGraphemeBoundary(block.text, to)) return null;
  const start = toCodePoints(block.text, from);
  return { block, local: { start, end: codePoints(start + codePointLength(exact)) } };
}
