import { graphemeBoundaries, stretchAround } from "../grapheme.ts";
import { type CodePoints, codePoints, sliceCodePoints, toCodePoints, toUtf16 } from "../offset.ts";

/** A range of code points, `end` exclusive. */
export interface TextRange {
  start: CodePoints;
  end: CodePoints;
}

/** White space as readers see it: U+3000 is in `\s`; the zero-width ones are not, and show nothing either. */
const BLANK = /^[\s\u200b\u2060\ufeff]+$/u;

/** Marks that only ever begin a bullet, or stand between words. */
const BULLET = /^[•‣⁃◦▪▫∙・･·]$/u;

/** Marks that begin a bullet only before white space: `-5℃`, `*印` and `①と②` are words. */
const BULLET_BEFORE_BLANK = /^[-–—*●○■□◆◇▶①-⑳]$/u;

/**
 * The range of `text` a person meant: grown to whole graphemes, then without white space at either end and without
 * bullet marks at its start. A range with nothing else in it comes back empty (`start === end`). Idempotent.
 * Offsets are code points of `text`.
 */
export function trimRange(text: string, range: TextRange): TextRange {
  const graphemes = graphemesIn(text, range);
  let first = 0;
  let last = graphemes.length;
  while (first < last && isLeadingNoise(graphemes[first]?.text, graphemes[first + 1]?.text)) first += 1;
  while (last > first && BLANK.test(graphemes[last - 1]?.text ?? "")) last -= 1;
  const start = graphemes[first]?.start ?? graphemes.at(-1)?.end ?? range.start;
  return { start, end: graphemes[last - 1]?.end ?? start };
}

function isLeadingNoise(grapheme = "", next: string | undefined): boolean {
  if (BLANK.test(grapheme) || BULLET.test(grapheme)) return true;
  return next !== undefined && BLANK.test(next) && BULLET_BEFORE_BLANK.test(grapheme);
}

interface Grapheme extends TextRange {
  text: string;
}

/** The whole graphemes that `range` touches. Only the text around it is segmented, so a long block costs little. */
function graphemesIn(text: string, range: TextRange): Grapheme[] {
  const stretch = stretchAround(text, toUtf16(text, range.start), toUtf16(text, range.end));
  const piece = text.slice(stretch.from, stretch.to);
  const base = toCodePoints(text, stretch.from);
  const boundaries = graphemeBoundaries(piece);
  return boundaries.slice(1).flatMap((localEnd, index): Grapheme[] => {
    const localStart = boundaries[index] ?? localEnd;
    const start = codePoints(base + localStart);
    const end = codePoints(base + localEnd);
    if (end <= range.start || start >= range.end) return [];
    return [{ start, end, text: sliceCodePoints(piece, localStart, localEnd) }];
  });
}
