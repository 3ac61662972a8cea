import { graphemeBoundaries } from "../grapheme.ts";
import { type CodePoints, codePoints } from "../offset.ts";

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
 * Offsets are code points of `text`, which is one block's text: see `graphemeBoundaries` on cost.
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

/** The whole graphemes that `range` touches. */
function graphemesIn(text: string, range: TextRange): Grapheme[] {
  const boundaries = graphemeBoundaries(text);
  const graphemes: Grapheme[] = [];
  let units = 0;
  for (const [index, start] of boundaries.entries()) {
    const end = boundaries[index + 1];
    if (end === undefined || start >= range.end) break;
    const from = units;
    for (let count = start; count < end; count = codePoints(count + 1)) {
      units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
    }
    if (end > range.start) graphemes.push({ start, end, text: text.slice(from, units) });
  }
  return graphemes;
}
