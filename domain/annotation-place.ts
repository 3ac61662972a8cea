import { type AnchorRange, CONTEXT_LENGTH, MAX_QUOTE_LENGTH } from "./anchor.ts";
import { carry } from "./anchoring/carry.ts";
import { describe } from "./anchoring/describe.ts";
import { resolve } from "./anchoring/resolve.ts";
import type { LikelyPlace } from "./anchoring/resolve-quote.ts";
import type { W3cSelector } from "./anchoring/selector.ts";
import type { AnnotatedWords } from "./annotation.ts";
import { BLOCK_SEPARATOR, type Block } from "./block.ts";
import { codePointLength, codePoints, sliceCodePoints } from "./offset.ts";

/** What is known of an annotation's place; positions in `selectors` are code points. */
export interface SoughtAnnotation {
  words: AnnotatedWords;
  selectors: readonly W3cSelector[];
}

/** Where an annotation stands, proven; or null, and where a person might put it, the likeliest first. */
export interface AnnotationPlace {
  place: AnchorRange | null;
  candidates: LikelyPlace[];
}

/** More places than this are of no help to a person who must choose one. */
const MAX_CANDIDATES = 5;

/**
 * Where annotations stand in a revision, in their order. Only what `resolve` proves is placed; for the rest, passages
 * that are like their words are offered.
 */
export function annotationPlaces(
  sought: readonly SoughtAnnotation[],
  { text, blocks }: { text: string; blocks: readonly Block[] },
): AnnotationPlace[] {
  const places = sought.map(({ selectors }) => resolvedPlace(blocks, selectors));
  const open = places.flatMap((place, index) => (place.place || place.candidates.length > 0 ? [] : [index]));
  const like = passagesLike(
    open.flatMap((index) => sought[index]?.words ?? []),
    text,
  );
  open.forEach((index, at) => {
    places[index] = { place: null, candidates: candidatesIn(blocks, like[at] ?? []) };
  });
  return places;
}

function resolvedPlace(blocks: readonly Block[], selectors: readonly W3cSelector[]): AnnotationPlace {
  const found = resolve(blocks, selectors);
  if ("range" in found) {
    const { start, end } = found.range;
    return { place: end - start <= MAX_QUOTE_LENGTH ? found.range : null, candidates: [] };
  }
  return { place: null, candidates: "candidates" in found ? found.candidates.slice(0, MAX_CANDIDATES) : [] };
}

type Stretch = { start: number; end: number; score: number };

/**
 * Passages of `text` that are like the words of each annotation. Made by carrying from a text of nothing but those words
 * and what stood beside them; what that would place counts as a candidate too, because it never was this text.
 */
function passagesLike(words: readonly AnnotatedWords[], text: string): Stretch[][] {
  if (words.length === 0) return [];
  const lines: string[] = [];
  let at = 0;
  const anchors = words.map(({ exact, prefix, suffix }) => {
    const [before, behind] = contextOf({ prefix, suffix });
    const start = at + codePointLength(before);
    const end = start + codePointLength(exact);
    const line = before + exact + behind;
    lines.push(line);
    at += codePointLength(line) + codePointLength(BLOCK_SEPARATOR);
    return { start, end, exact, prefix: before, suffix: behind };
  });
  return carry(anchors, lines.join(BLOCK_SEPARATOR), text).map(({ start, end, candidates = [] }) => {
    const likeliest = start !== undefined && end !== undefined ? [{ start, end, score: 1 }] : [];
    const others = candidates.filter((one) => one.start !== start || one.end !== end);
    return [...likeliest, ...others];
  });
}

/** What stands beside the words, as much of it as an anchor keeps. */
export function contextOf({ prefix, suffix }: Pick<AnnotatedWords, "prefix" | "suffix">): [string, string] {
  const length = codePointLength(prefix);
  return [
    sliceCodePoints(prefix, codePoints(Math.max(0, length - CONTEXT_LENGTH)), length),
    sliceCodePoints(suffix, codePoints(0), CONTEXT_LENGTH),
  ];
}

/** Stretches as they can be chosen; of one that goes over a block's edge, the largest part. */
function candidatesIn(blocks: readonly Block[], stretches: readonly Stretch[]): LikelyPlace[] {
  const candidates = stretches.flatMap(({ start, end, score }): LikelyPlace[] => {
    const parts = blocks
      .filter((block) => block.start < end && block.end > start)
      .map((block) => ({
        start: codePoints(Math.max(start, block.start)),
        end: codePoints(Math.min(end, block.end)),
      }));
    const [largest] = parts.sort((a, b) => b.end - b.start - (a.end - a.start));
    const described = largest && describe(blocks, largest);
    return described?.state === "exact" ? [{ ...described.range, score }] : [];
  });
  const seen = new Set<string>();
  return candidates
    .filter(({ start, end }) => {
      const key = `${start}:${end}`;
      return end - start <= MAX_QUOTE_LENGTH && !seen.has(key) && seen.add(key);
    })
    .slice(0, MAX_CANDIDATES);
}
