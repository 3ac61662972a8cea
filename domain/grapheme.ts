import { type CodePoints, codePointLength, codePoints, type Utf16Units, utf16Units } from "./offset.ts";

/**
 * Grapheme clusters (UAX 29): what a reader calls one character, such as a family emoji or a kana with its mark.
 *
 * `Intl.Segmenter` is quadratic on long strings in Node 20 (40,000 characters: 9.4 s at once, 55 ms line by line), so
 * callers pass one block's text, never an article's, and a long block is segmented in pieces.
 */
const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });

/**
 * The offsets, in code points, between the graphemes of `text`, first 0 and last its length.
 * An empty text has the single boundary 0.
 */
export function graphemeBoundaries(text: string): CodePoints[] {
  const boundaries = [codePoints(0)];
  let at = 0;
  for (const segment of segmentsOf(text)) {
    at += codePointLength(segment);
    boundaries.push(codePoints(at));
  }
  return boundaries;
}

/** In UTF-16 units: short enough for the segmenter to be fast on. */
const WINDOW = 500;

/**
 * The graphemes of `text`, found window by window, so that one endless paragraph does not take seconds. UAX 29 decides
 * each boundary by what stands before it and the one character after, so only a window's last grapheme may be cut
 * short; the next window begins with it.
 */
function* segmentsOf(text: string): Generator<string> {
  let from = 0;
  let window = WINDOW;
  while (from < text.length) {
    const to = wholeCharacter(text, from + window);
    const segments = Array.from(segmenter.segment(text.slice(from, to)), ({ segment }) => segment);
    if (to < text.length) segments.pop();
    for (const segment of segments) {
      yield segment;
      from += segment.length;
    }
    window = segments.length > 0 ? WINDOW : window * 2;
  }
}

/** `index`, or one more where it stands inside a surrogate pair. */
const wholeCharacter = (text: string, index: number): number =>
  (text.codePointAt(index - 1) ?? 0) > 0xffff ? index + 1 : index;

/**
 * Two neighbours UAX 29 always separates (both are of class "Other"): printable ASCII, kana without voicing marks, Han.
 * Text may be cut between them without splitting a grapheme or changing how the rest is segmented.
 */
const SAFE_CUT = /[\x20-\x7e\u3000-\u3029\u3041-\u3096\u30a1-\u30fe\u4e00-\u9fff\uff01-\uff5e]{2}/g;

/**
 * A stretch of `text` around `from` to `to` that may be segmented by itself: it ends where the text does, or where a cut
 * is safe. In ordinary Japanese and English hardly longer than what was asked for, however long the text.
 */
export function stretchAround(
  text: string,
  from: Utf16Units,
  to: Utf16Units,
): { from: Utf16Units; to: Utf16Units } {
  let start: number = from;
  let end: number = to;
  while (start > 0 && !isSafeCut(text, start)) start -= 1;
  while (end < text.length && !isSafeCut(text, end)) end += 1;
  return { from: utf16Units(start), to: utf16Units(end) };
}

/**
 * Tells of UTF-16 offsets of `text` whether they stand between two graphemes. Only what is around an offset is segmented,
 * and kept for the next.
 */
export function boundaryTest(text: string): (index: Utf16Units) => boolean {
  let known = { from: -1, to: -1, boundaries: new Set<number>() };
  return (index) => {
    if (index === 0 || index === text.length || isSafeCut(text, index)) return true;
    if (index < 0 || index > text.length) return false;
    if (index < known.from || index > known.to) {
      const stretch = stretchAround(text, index, index);
      known = { ...stretch, boundaries: new Set(boundariesIn(text, stretch)) };
    }
    return known.boundaries.has(index);
  };
}

/** In UTF-16 units: how far around a place its character is looked for. No character that people write is as long. */
const NEIGHBOURHOOD = 400;

/**
 * Whether UTF-16 offset `index` of `text`, which is inside it, stands between two graphemes. Looks at its neighbourhood
 * only, so that it takes no time to speak of in any text; inside an endless character the answer may be wrong.
 */
export function isCharacterEdge(text: string, index: Utf16Units | number): boolean {
  if (index <= 0 || index >= text.length) return index === 0 || index === text.length;
  const from = Math.max(0, index - NEIGHBOURHOOD);
  const start = from > 0 ? wholeCharacter(text, from) : 0;
  return boundaryTest(text.slice(start, index + NEIGHBOURHOOD))(utf16Units(index - start));
}

/** The UTF-16 offsets between the graphemes of a stretch of `text`, its edges included. */
function* boundariesIn(text: string, { from, to }: { from: Utf16Units; to: Utf16Units }): Generator<number> {
  let at: number = from;
  yield at;
  for (const segment of segmentsOf(text.slice(from, to))) {
    at += segment.length;
    yield at;
  }
}

function isSafeCut(text: string, index: number): boolean {
  SAFE_CUT.lastIndex = 0;
  return index > 0 && SAFE_CUT.test(text.slice(index - 1, index + 1));
}

/**
 * The smallest range of whole graphemes of `text` that covers `start` to `end`, in code points.
 * A range inside one grapheme grows to that grapheme; an empty range between two stays empty.
 */
export function snapToGraphemes(
  text: string,
  range: { start: CodePoints; end: CodePoints },
): { start: CodePoints; end: CodePoints } {
  const boundaries = graphemeBoundaries(text);
  const last = boundaries.at(-1) ?? codePoints(0);
  const start = boundaries.findLast((at) => at <= range.start) ?? codePoints(0);
  const end = boundaries.find((at) => at >= range.end) ?? last;
  return { start, end };
}
