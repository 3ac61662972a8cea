import type { AnchorRange } from "../anchor.ts";
import type { Block } from "../block.ts";
import { codePointLength, codePoints } from "../offset.ts";
import { cutsToken } from "./cuts-token.ts";
import { anchorAt, describe, type RangeRefusal } from "./describe.ts";
import { fold } from "./fold.ts";
import { foldedOccurrencesOf } from "./folded-occurrences.ts";
import { MAX_OCCURRENCES, type Occurrence, occurrenceAt, occurrencesOf } from "./occurrences.ts";
import { type ContextFit, contextFit, fitsWholly, type QuoteContext } from "./quote-context.ts";
import { similarPlaces } from "./similar-places.ts";
import { wholeTextOf } from "./whole-text.ts";

/**
 * A quote with what its sender knows of its place. `start` and `end` are code points in the linear text; `prefix` and
 * `suffix` stand directly beside the quote.
 */
export interface Quote {
  exact: string;
  prefix?: string | undefined;
  suffix?: string | undefined;
  start?: number | undefined;
  end?: number | undefined;
}

/** A place a person may choose. */
export interface LikelyPlace extends AnchorRange {
  /** From 0 to 1: how alike words and surroundings are. */
  score: number;
  /** Whether the quoted words stand there, or words like them; absent of a place named without any. */
  words?: "same" | "alike" | undefined;
}

/**
 * Where something stands in a revision.
 * - `exact`: letter for letter as quoted, and nothing else could be meant.
 * - `moved`: the same words set otherwise (width, case, quotation marks, white space), and nothing else could be meant.
 * - `changed`: its surroundings stand, but other words than the quoted between them; the first candidate says where.
 * - `needsPlacing`: a person must choose; the best candidate first.
 * - `gone`: nothing like it stands in the text.
 */
export type Resolution =
  | { state: "exact" | "moved"; range: AnchorRange }
  | { state: "changed" | "needsPlacing"; candidates: LikelyPlace[] }
  | { state: "gone" }
  | RangeRefusal;

/** More places than this are of no help to a person who must choose one. */
export const MAX_CANDIDATES = 20;

/** Fewer folded characters than this say too little to be placed against what is known of their surroundings. */
const MIN_ALONE = 8;

/** A place where the quote's words stand. */
interface Place extends Occurrence {
  fit: ContextFit;
}

/**
 * Finds a quote, or says why not. In order: a position whose words equal the quote; words that stand once, letter for
 * letter or set otherwise; a place whose full context stands once. A position and a context that point to different
 * places contradict each other, and a person must choose.
 */
export function resolveQuote(blocks: readonly Block[], quote: Quote): Resolution {
  const known = seenAtPosition(blocks, quote);
  if (known.resolution) return known.resolution;
  const { said, context, hasContext, placed } = known;

  const places = placesOf(blocks, quote.exact);
  const [first, ...others] = places;
  if (!first) {
    const isAcross = foldedOccurrencesOf(wholeTextOf(blocks), quote.exact).length > 0;
    return isAcross ? { state: "crosses_blocks" } : similar(blocks, quote.exact, context);
  }
  if (others.length === 0) {
    const only = placed(first);
    return provesItself(only, quote.exact) ? found(blocks, only, quote) : unsure(blocks, [only]);
  }
  if (places.length >= MAX_OCCURRENCES) return unsure(blocks, places.slice(0, MAX_CANDIDATES).map(placed));
  const all = places.map(placed);
  const fitting = hasContext ? all.filter(({ fit }) => fitsWholly(fit)) : [];
  if (fitting.length === 0) return unsure(blocks, all);
  if (said) return unsure(blocks, [...fitting, said]);
  const [only, ...rest] = fitting;
  return only && rest.length === 0 ? found(blocks, only, quote) : unsure(blocks, fitting);
}

/**
 * What a quote's own position proves without a look at the rest of the text; null where it proves nothing. Takes no
 * longer in a long text than in a short one.
 */
export const resolveAtPosition = (blocks: readonly Block[], quote: Quote): Resolution | null =>
  seenAtPosition(blocks, quote).resolution;

function seenAtPosition(blocks: readonly Block[], quote: Quote) {
  const context = { prefix: quote.prefix ?? "", suffix: quote.suffix ?? "" };
  const hasContext = /\S/u.test(context.prefix + context.suffix);
  const placed = ({ block, local }: Occurrence): Place => ({
    block,
    local,
    fit: contextFit(blocks, block, local, context),
  });
  const isEmpty = fold(quote.exact).characters.length === 0;
  const named = isEmpty ? null : positionOf(blocks, quote);
  const said = named && placed(named);
  const isProven = said && (!hasContext || fitsWholly(said.fit));
  const resolution: Resolution | null = isEmpty
    ? { state: "empty" }
    : isProven
      ? found(blocks, said, quote)
      : null;
  return { resolution, said, context, hasContext, placed };
}

/** The place the quote's own position names, if its words really stand there and `end` agrees. */
function positionOf(blocks: readonly Block[], { exact, start, end }: Quote): Occurrence | null {
  if (start === undefined) return null;
  if (end !== undefined && end !== start + codePointLength(exact)) return null;
  return occurrenceAt(blocks, exact, start);
}

/** All places of the words: letter for letter, and where they are set otherwise. In reading order. */
function placesOf(blocks: readonly Block[], exact: string): Occurrence[] {
  const places = occurrencesOf(blocks, exact);
  // White space at a quote's ends makes no other place of it.
  const lead = codePointLength(/^[\s\p{Cf}｜]*/u.exec(exact)?.[0] ?? "");
  const isKnown = new Set(places.map(({ block, local }) => block.start + local.start));
  const others = foldedOccurrencesOf(blocks, exact).filter(
    ({ block, local }) => !isKnown.has(codePoints(block.start + local.start - lead)),
  );
  return [...places, ...others].sort((a, b) => startOf(a) - startOf(b));
}

const startOf = ({ block, local }: Occurrence): number => block.start + local.start;

/** Whether words that stand once need no more proof: on whole numbers and words, and long or not gainsaid around. */
function provesItself({ block, local, fit }: Place, exact: string): boolean {
  if (fitsWholly(fit)) return true;
  const points = [...block.text];
  if (cutsToken(points, local.start) || cutsToken(points, local.end)) return false;
  const isGainsaid = (fit.before ?? fit.behind) !== null && fit.before !== 1 && fit.behind !== 1;
  return !isGainsaid || fold(exact).characters.length >= MIN_ALONE;
}

/** The claim stands on the trimmed words of the place: white space at a quote's ends is nobody's statement. */
function found(blocks: readonly Block[], { block, local }: Place, quote: Quote): Resolution {
  const answer = describe(blocks, {
    start: codePoints(block.start + local.start),
    end: codePoints(block.start + local.end),
  });
  if (answer.state !== "exact") return answer;
  return { state: quote.exact.includes(answer.range.exact) ? "exact" : "moved", range: answer.range };
}

function unsure(blocks: readonly Block[], places: readonly Place[]): Resolution {
  const candidates = places
    .map((place) => ({ place, score: scoreOf(1, place.fit) }))
    .sort((a, b) => b.score - a.score || startOf(a.place) - startOf(b.place))
    .slice(0, MAX_CANDIDATES)
    .map(({ place: { block, local }, score }) => ({
      ...anchorAt(blocks, block, local),
      score,
      words: "same" as const,
    }));
  return { state: "needsPlacing", candidates };
}

/**
 * What is like the quote, for a person to look at. It is the quoted passage with other words where all that is known of
 * one of its sides still stands beside it.
 */
function similar(blocks: readonly Block[], exact: string, context: QuoteContext): Resolution {
  const places = similarPlaces(blocks, exact)
    .map((place) => ({ ...place, fit: contextFit(blocks, place.block, place.local, context) }))
    .map((place) => ({ ...place, score: scoreOf(place.likeness, place.fit) }))
    .sort((a, b) => b.score - a.score);
  const [best] = places;
  if (!best) return { state: "gone" };
  const candidates = places.flatMap(({ block, local, score }): LikelyPlace[] => {
    const answer = describe(blocks, {
      start: codePoints(block.start + local.start),
      end: codePoints(block.start + local.end),
    });
    return answer.state === "exact" ? [{ ...answer.range, score, words: "alike" }] : [];
  });
  const isHere = best.fit.before === 1 || best.fit.behind === 1;
  return candidates.length > 0
    ? { state: isHere ? "changed" : "needsPlacing", candidates }
    : { state: "gone" };
}

/** The words say more of a place than its surroundings, which also change when a sentence beside it does. */
const WORDS = 0.7;

/** @param likeness of the words, 0 to 1 */
export function scoreOf(likeness: number, { before, behind }: ContextFit): number {
  const sides = [before, behind].filter((side) => side !== null);
  const around = sides.reduce((sum, side) => sum + side, 0) / Math.max(1, sides.length);
  return Math.round((WORDS * likeness + (1 - WORDS) * around) * 1000) / 1000;
}
