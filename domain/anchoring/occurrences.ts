import type { Block } from "../block.ts";
import { graphemeBoundaries } from "../grapheme.ts";
import { codePointLength, codePoints, toCodePoints, utf16Units } from "../offset.ts";
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
  const found: Occurrence[] = [];
  if (exact === "") return found;
  const length = codePointLength(exact);
  for (const block of blocks) {
    let index = block.text.indexOf(exact);
    if (index < 0) continue;
    const boundaries = new Set(graphemeBoundaries(block.text));
    for (; index >= 0; index = block.text.indexOf(exact, index + 1)) {
      const start = toCodePoints(block.text, utf16Units(index));
      const end = codePoints(start + length);
      if (boundaries.has(start) && boundaries.has(end)) found.push({ block, local: { start, end } });
    }
  }
  return found;
}
