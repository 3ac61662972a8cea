import { CONTEXT_LENGTH } from "../anchor.ts";
import { BLOCK_SEPARATOR, type Block } from "../block.ts";
import { graphemeBoundaries } from "../grapheme.ts";
import { codePointLength, codePoints, sliceCodePoints } from "../offset.ts";
import type { TextRange } from "./trim-range.ts";

/** What stands before and after a quote in the linear text. Each may be empty. */
export interface QuoteContext {
  prefix: string;
  suffix: string;
}

/**
 * Up to `CONTEXT_LENGTH` code points around `local` (code points of `block.text`), cut on grapheme boundaries.
 * Reaches into the neighbouring blocks; empty at the ends of the article.
 */
export function contextOf(blocks: readonly Block[], block: Block, local: TextRange): QuoteContext {
  const { before, after } = textAround(blocks, block, local, CONTEXT_LENGTH * 2);
  const length = codePointLength(before);
  const start = graphemeBoundaries(before).find((at) => at >= length - CONTEXT_LENGTH) ?? length;
  const end = graphemeBoundaries(after).findLast((at) => at <= CONTEXT_LENGTH) ?? codePoints(0);
  return {
    prefix: sliceCodePoints(before, start, length),
    suffix: sliceCodePoints(after, codePoints(0), end),
  };
}

/**
 * Whether all the words of `context` stand right beside `local`. White space is left out of the comparison: other
 * tools join blocks by other white space than ours, and the words prove the place. What is not given fits anywhere.
 */
export function contextFits(
  blocks: readonly Block[],
  block: Block,
  local: TextRange,
  context: QuoteContext,
): boolean {
  const prefix = wordsOf(context.prefix);
  const suffix = wordsOf(context.suffix);
  const { before, after } = textAround(blocks, block, local, Math.max(prefix.length, suffix.length));
  return wordsOf(before).endsWith(prefix) && wordsOf(after).startsWith(suffix);
}

const wordsOf = (text: string): string => text.replace(/\s+/gu, "");

/** The text on both sides of `local`, from whole blocks, each with `enough` or more UTF-16 units besides white space. */
function textAround(blocks: readonly Block[], block: Block, local: TextRange, enough: number) {
  const index = blocks.indexOf(block);
  let before = sliceCodePoints(block.text, codePoints(0), local.start);
  for (let i = index - 1, size = wordsOf(before).length; i >= 0 && size < enough; i -= 1) {
    const text = blocks[i]?.text ?? "";
    before = text + BLOCK_SEPARATOR + before;
    size += wordsOf(text).length;
  }
  let after = sliceCodePoints(block.text, local.end, codePointLength(block.text));
  for (let i = index + 1, size = wordsOf(after).length; i < blocks.length && size < enough; i += 1) {
    const text = blocks[i]?.text ?? "";
    after = after + BLOCK_SEPARATOR + text;
    size += wordsOf(text).length;
  }
  return { before, after };
}
