import type { AnchorRange, Candidate } from "../anchor.ts";
import { BLOCK_SEPARATOR, type Block } from "../block.ts";
import { codePointLength, codePoints } from "../offset.ts";
import { anchorAt, describe, describeBlock, type RangeRefusal } from "./describe.ts";
import { MAX_OCCURRENCES, type Occurrence, occurrenceAt, occurrencesOf } from "./occurrences.ts";
import { contextFits } from "./quote-context.ts";

/**
 * Where a claim is asked to stand: a whole block, or a quote with what its sender knows of its place.
 * `start` and `end` are code points in the linear text; `prefix` and `suffix` stand directly beside the quote.
 * A stored anchor is a quote too: its block is not asked, because its words and place say more.
 */
export type Selector =
  | { blockId: string; exact?: undefined }
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

/** More places than this are of no help to a person who must choose one. */
export const MAX_CANDIDATES = 20;

type Quote = Extract<Selector, { exact: string }>;

/**
 * Finds `selector` in a revision, or says why not. Never guesses: every answer of `exact` is proven by the words that
 * stand there, and where they stand several times, by a position or a context that fits one place only.
 *
 * In order: a position whose words equal the quote; a quote that stands once; a quote whose full context stands once.
 * A position and a context that point to different places contradict each other, and a person must choose.
 * Candidates come in reading order: those that fit the context only, or all where none fits, the first
 * `MAX_CANDIDATES` of them. Mirror of `describe`.
 */
export function resolve(blocks: readonly Block[], selector: Selector): Resolution {
  if (selector.exact === undefined) {
    const block = blocks.find(({ id }) => id === selector.blockId);
    return block ? describeBlock(blocks, block) : { state: "missing" };
  }
  if (selector.exact.includes(BLOCK_SEPARATOR)) return resolveAcrossBlocks(blocks, selector);
  if (/^\s*$/u.test(selector.exact)) return { state: "empty" };

  const context = { prefix: selector.prefix ?? "", suffix: selector.suffix ?? "" };
  const hasContext = /\S/u.test(context.prefix + context.suffix);
  const fits = ({ block, local }: Occurrence) => hasContext && contextFits(blocks, block, local, context);
  const said = positionOf(blocks, selector);
  if (said && (!hasContext || fits(said))) return found(blocks, said);

  const places = occurrencesOf(blocks, selector.exact);
  const [first, ...others] = places;
  if (!first) return { state: "missing" };
  if (others.length === 0) return found(blocks, first);
  const fitting = places.length < MAX_OCCURRENCES ? places.filter(fits) : [];
  if (fitting.length === 0) return ambiguous(blocks, places);
  if (said) return ambiguous(blocks, [...fitting, said]);
  const [only, ...rest] = fitting;
  return only && rest.length === 0 ? found(blocks, only) : ambiguous(blocks, fitting);
}

/** The place the selector's own position names, if the quote really stands there and `end` agrees. */
function positionOf(blocks: readonly Block[], { exact, start, end }: Quote): Occurrence | null {
  if (start === undefined) return null;
  if (end !== undefined && end !== start + codePointLength(exact)) return null;
  return occurrenceAt(blocks, exact, start);
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
  const candidates = [...places]
    .sort((a, b) => a.block.start + a.local.start - (b.block.start + b.local.start))
    .slice(0, MAX_CANDIDATES)
    .map(({ block, local }): Candidate => {
      const { exact: _exact, ...candidate } = anchorAt(blocks, block, local);
      return candidate;
    });
  return { state: "ambiguous", candidates };
}
