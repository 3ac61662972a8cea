import type { AnchorRange, Candidate } from "../anchor.ts";
import { BLOCK_SEPARATOR, type Block } from "../block.ts";
import { codePointLength, codePoints } from "../offset.ts";
import { anchorAt, describe, describeBlock, type RangeRefusal } from "./describe.ts";
import { type Occurrence, occurrencesOf } from "./occurrences.ts";
import { contextFits } from "./quote-context.ts";

/**
 * Where a claim is asked to stand: a whole block, or a quote with what its sender knows of its place.
 * `start` and `end` are code points in the linear text; `prefix` and `suffix` stand directly beside the quote.
 */
export type Selector =
  | { blockId: string }
  | {
      exact: string;
      prefix?: string | undefined;
      suffix?: string | undefined;
      start?: number | undefined;
      end?: number | undefined;
    };

export type Resolution =
  | { state: "exact"; range: AnchorRange }
  | { state: "ambiguous"; candidates: Candidate[] }
  | { state: "missing" }
  | RangeRefusal;

type Quote = Exclude<Selector, { blockId: string }>;

/**
 * Finds `selector` in a revision, or says why not. Never guesses: every answer of `exact` is proven by the words that
 * stand there, and where they stand several times, by a position or a context that fits one place only.
 *
 * In order: a position whose words equal the quote; a quote that stands once; a quote whose full context stands once.
 * A position and a context that point to different places contradict each other, and a person must choose.
 * Candidates come in reading order, those that fit the context only, or all where none fits. Mirror of `describe`.
 */
export function resolve(blocks: readonly Block[], selector: Selector): Resolution {
  if ("blockId" in selector) {
    const block = blocks.find(({ id }) => id === selector.blockId);
    return block ? describeBlock(blocks, block) : { state: "missing" };
  }
  if (selector.exact.includes(BLOCK_SEPARATOR)) return resolveAcrossBlocks(blocks, selector);
  if (/^\s*$/u.test(selector.exact)) return { state: "empty" };
  const places = occurrencesOf(blocks, selector.exact);
  const [first, ...others] = places;
  if (!first) return { state: "missing" };
  if (others.length === 0) return found(blocks, first);

  const context = { prefix: selector.prefix ?? "", suffix: selector.suffix ?? "" };
  const hasContext = context.prefix.trim() !== "" || context.suffix.trim() !== "";
  const fitting = hasContext
    ? places.filter(({ block, local }) => contextFits(blocks, block, local, context))
    : [];
  const positioned = places.find((place) => place.block.start + place.local.start === selector.start);
  if (positioned && standsWhereSaid(selector)) {
    if (!hasContext || fitting.includes(positioned)) return found(blocks, positioned);
    return ambiguous(blocks, [...new Set([...fitting, positioned])]);
  }
  const [only, ...rest] = fitting;
  if (only && rest.length === 0) return found(blocks, only);
  return ambiguous(blocks, fitting.length > 0 ? fitting : places);
}

/** A quote with a line feed can't lie in one block; it is refused as such only when it really is in the text. */
function resolveAcrossBlocks(blocks: readonly Block[], quote: Quote): Resolution {
  const text = blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
  return text.includes(quote.exact) ? { state: "crosses_blocks" } : { state: "missing" };
}

/** The claim stands on the trimmed words of the place: white space at a quote's ends is nobody's statement. */
const found = (blocks: readonly Block[], { block, local }: Occurrence): Resolution =>
  describe(blocks, {
    start: codePoints(block.start + local.start),
    end: codePoints(block.start + local.end),
  });

function ambiguous(blocks: readonly Block[], places: readonly Occurrence[]): Resolution {
  const candidates = places
    .map(({ block, local }): Candidate => {
      const { exact: _exact, ...candidate } = anchorAt(blocks, block, local);
      return candidate;
    })
    .sort((a, b) => a.start - b.start);
  return { state: "ambiguous", candidates };
}

/** An `end` that does not follow from `start` and the quote's length makes the position worthless. */
const standsWhereSaid = ({ exact, start, end }: Quote): boolean =>
  start !== undefined && (end === undefined || end === start + codePointLength(exact));
