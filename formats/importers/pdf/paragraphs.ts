import { bulletText } from "../bullet-marks.ts";
import { WIDE_LETTERS } from "../japanese-letters.ts";
import { median } from "../median.ts";
import { endsSentence, isMarkedHeading, numberingOf } from "../plain-headings.ts";
import { lineText } from "./line-text.ts";
import { mostCommon } from "./page-lines.ts";
import type { Line } from "./run.ts";

/** Lines that are one block. */
export interface Paragraph {
  lines: Line[];
  text: string;
}

/** What is usual in a document, by which the rest is judged. */
export interface Measure {
  /** The size of most of its letters, and the font of most of them in that size. */
  size: number;
  font: string;
  /** From baseline to baseline, in sizes. */
  leading: number;
  /** Whether its paragraphs begin with an indented line. */
  isIndented: boolean;
}

const LARGER = 1.12;
const SAME_SIZE = 0.12;
const MOST_OF_COLUMN = 0.5;
/** The private sign of symbol fonts for a bullet, which most programs use. */
const SYMBOL_BULLET = /^[\uf0b7\uf0a7\uf06c\uf0d8\uf06e\u25a0\u25cf\u25e6\u2022](?=\s|\S)/u;
const CJK = new RegExp(`[${WIDE_LETTERS}]`, "u");

export function measureOf(lines: readonly Line[]): Measure {
  const sizes = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    sizes.set(size, (sizes.get(size) ?? 0) + line.runs.reduce((sum, { text }) => sum + text.length, 0));
  }
  const size = mostCommon(sizes) ?? 10;
  const body = lines.filter((line) => Math.abs(line.size - size) <= size * SAME_SIZE);
  const fonts = new Map<string, number>();
  for (const { runs } of body)
    for (const { font, text } of runs) fonts.set(font, (fonts.get(font) ?? 0) + text.length);
  const steps = body
    .map((line, index) => stepFrom(body[index - 1], line))
    .filter((step) => step > 0 && step < size * 4);
  const indents = body.filter((line) => isIndented(line)).length;
  return {
    size,
    font: mostCommon(fonts) ?? "",
    leading: Math.max(1, (median(steps) || size * 1.5) / size),
    isIndented: indents > body.length * 0.04 && indents < body.length * 0.6,
  };
}

/** From one line's baseline to the next one's in the same column; 0 elsewhere. */
function stepFrom(before: Line | undefined, line: Line): number {
  return before && before.page === line.page && before.column === line.column ? line.y - before.y : 0;
}

const indentOf = (line: Line): number => (line.x0 - line.column.left) / (line.size || 1);
const isIndented = (line: Line): boolean => indentOf(line) >= 0.7 && indentOf(line) <= 4;

export const isLarger = (line: Line, { size }: Measure): boolean => line.size >= size * LARGER;

/** Lines in reading order as the paragraphs they make up. */
export function paragraphsOf(lines: readonly Line[], measure: Measure): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open: { line: Line; text: string }[] = [];
  const end = () => {
    if (open.length > 0)
      paragraphs.push({ lines: open.map(({ line }) => line), text: open.map(({ text }) => text).join("\n") });
    open = [];
  };
  for (const line of lines) {
    const text = lineText(line);
    if (text === "") continue;
    const last = open.at(-1);
    if (last && beginsAnew(last, { line, text }, open[0] ?? last, measure)) end();
    open.push({ line, text });
  }
  end();
  return paragraphs;
}

interface Read {
  line: Line;
  text: string;
}

function beginsAnew(last: Read, next: Read, first: Read, measure: Measure): boolean {
  const size = Math.max(last.line.size, next.line.size);
  if (Math.abs(last.line.size - next.line.size) > size * SAME_SIZE) return true;
  if (last.line.isGappy || next.line.isGappy) return true;
  const isLarge = isLarger(last.line, measure);
  const step = stepFrom(last.line, next.line);
  const isSameColumn = last.line.page === next.line.page && last.line.column === next.line.column;
  if (isSameColumn && (step > size * (isLarge ? 1.9 : measure.leading * 1.32) || step < 0)) return true;
  if (isLarge) return last.line.font !== next.line.font || !isSameColumn;
  if (goesOn(last, next)) return false;
  if (beginsItem(next.text) || isMarkedHeading(next.text) || isMarkedHeading(last.text)) return true;
  if (isHeadingByFont(last.line, measure) !== isHeadingByFont(next.line, measure)) return true;
  // The lines of an item hang under its text, or stand as far out as its mark.
  if (beginsItem(first.text))
    return (
      next.line.x0 < first.line.x0 - size * 0.5 ||
      (isShort(last, next) && (!hangs(first, next) || endsEarly(last)))
    );
  if (
    indentOf(next.line) - indentOf(last.line) >= 0.7 &&
    isIndented(next.line) &&
    !(last === first && hangs(first, next))
  )
    return true;
  if (isShort(last, next)) return true;
  return !isSameColumn && !measure.isIndented && endsSentence(last.text);
}

/**
 * Whether a sentence in letters that have two cases runs on, whatever its lines look like: the last line ends within it,
 * has enough of its column to be more than an item of a list, and the next goes on in small letters.
 */
function goesOn(last: Read, next: Read): boolean {
  if (!/^\p{Ll}[\p{L}\u2019'-]/u.test(next.text) || !/[\p{L}\d,)\]’”"-]$/u.test(last.text)) return false;
  const { left, right } = last.line.column;
  return last.line.x1 - last.line.x0 >= (right - left) * MOST_OF_COLUMN;
}

const hangs = (first: Read, next: Read): boolean =>
  next.line.x0 > first.line.x0 + first.line.size * 0.5 && beginsItem(first.text);

const isHeadingByFont = (line: Line, { font }: Measure): boolean =>
  line.font !== font && line.runs.every((run) => run.font !== font);

export function beginsItem(text: string): boolean {
  return SYMBOL_BULLET.test(text) || bulletText(text) !== null || numberingOf(text) !== null;
}

/** The share of its column that a line leaves empty where it was ended on purpose, whatever hangs under it. */
const EARLY = 0.4;

const endsEarly = ({ line }: Read): boolean =>
  line.column.right - line.x1 > (line.column.right - line.x0) * EARLY;

/** Whether the beginning of the next line had still fitted into the last one, had its writer wanted it there. */
function isShort(last: Read, next: Read): boolean {
  const left = last.line.column.right - last.line.x1;
  const [first = ""] = next.text.split(/\s/u, 1);
  const isJapanese = CJK.test(first.charAt(0)) || CJK.test(last.text.at(-1) ?? "");
  // Two letters may have had to move down with a bracket or full stop that cannot begin a line.
  if (isJapanese) return left > last.line.size * 2.3;
  const width = ((next.line.x1 - next.line.x0) / Math.max(1, next.text.length)) * (first.length + 1);
  return left > width + last.line.size * 0.6 && (left > width * 1.6 || endsSentence(last.text));
}
