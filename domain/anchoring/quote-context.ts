import { CONTEXT_LENGTH } from "../anchor.ts";
import { BLOCK_SEPARATOR, type Block } from "../block.ts";
import { graphemeBoundaries, stretchAround } from "../grapheme.ts";
import { codePointLength, codePoints, sliceCodePoints, toUtf16, utf16Units } from "../offset.ts";
import { fold } from "./fold.ts";
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

/** How much of a context stands beside a place: 1 where all its words do, 0 where not one; null where none is given. */
export interface ContextFit {
  before: number | null;
  behind: number | null;
}

/**
 * How far `context` stands right beside `local`, counted outward from the quote. Compared as folded words without white
 * space: other tools join blocks by other white space than ours, and the words prove the place.
 */
export function contextFit(
  blocks: readonly Block[],
  block: Block,
  local: TextRange,
  context: QuoteContext,
): ContextFit {
  const prefix = wordsOf(context.prefix);
  const suffix = wordsOf(context.suffix);
  const enough = Math.max(context.prefix.length, context.suffix.length) + READINGS;
  const { before, after } = textAround(blocks, block, local, enough);
  return {
    before: agreement(prefix.reverse(), wordsOf(before).reverse()),
    behind: agreement(suffix, wordsOf(after)),
  };
}

/** The text may have readings and marks that fold away where the context had none. In UTF-16 units. */
const READINGS = 16;

/** Whether all that is given of a context stands beside the quote, and any is given. */
export const fitsWholly = ({ before, behind }: ContextFit): boolean =>
  (before ?? 1) === 1 && (behind ?? 1) === 1 && (before ?? behind) !== null;

/** The share of `given` that `stands` begins with; null where nothing is given. */
function agreement(given: readonly string[], stands: readonly string[]): number | null {
  if (given.length === 0) return null;
  const differs = given.findIndex((character, at) => character !== stands[at]);
  return differs < 0 ? 1 : differs / given.length;
}

const wordsOf = (text: string): string[] => fold(text).characters.filter((character) => character !== " ");

const isShorter = (text: string, length: number): boolean => text.replace(/\s+/gu, "").length < length;

/**
 * The text on both sides of `local`, each with `enough` or more characters that are no white space, or all there is.
 * Long blocks are cut where a cut splits no grapheme; what comes before a cut is left out, never skipped.
 */
function textAround(blocks: readonly Block[], block: Block, local: TextRange, enough: number) {
  const index = blocks.indexOf(block);
  const isShort = (text: string) => isShorter(text, enough);
  let before = tailOf(block.text.slice(0, toUtf16(block.text, local.start)), enough);
  for (let i = index - 1; before.isWhole && i >= 0 && isShort(before.text); i -= 1) {
    const tail = tailOf(blocks[i]?.text ?? "", enough);
    before = { text: tail.text + BLOCK_SEPARATOR + before.text, isWhole: tail.isWhole };
  }
  let after = headOf(block.text.slice(toUtf16(block.text, local.end)), enough);
  for (let i = index + 1; after.isWhole && i < blocks.length && isShort(after.text); i += 1) {
    const head = headOf(blocks[i]?.text ?? "", enough);
    after = { text: after.text + BLOCK_SEPARATOR + head.text, isWhole: head.isWhole };
  }
  return { before: before.text, after: after.text };
}

/** White space may be three quarters of the text before its words are too few for a comparison. */
const REACH = 4;

function tailOf(text: string, enough: number): { text: string; isWhole: boolean } {
  const from = utf16Units(Math.max(0, text.length - enough * REACH));
  const cut = stretchAround(text, from, utf16Units(text.length)).from;
  return { text: text.slice(cut), isWhole: cut === 0 };
}

function headOf(text: string, enough: number): { text: string; isWhole: boolean } {
  const to = utf16Units(Math.min(text.length, enough * REACH));
  const cut = stretchAround(text, utf16Units(0), to).to;
  return { text: text.slice(0, cut), isWhole: cut === text.length };
}
