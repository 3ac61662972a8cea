import { bulletText } from "../importers/bullet-marks.ts";
import { between } from "../importers/join-lines.ts";
import { lineStartOf } from "../importers/line-starts.ts";
import { endsSentence, isMarkedHeading, numberingOf } from "../importers/plain-headings.ts";
import type { TextLine } from "./text-lines.ts";
import type { ReadCharacter } from "./unsure-marks.ts";

/** Lines that are one block, and their text with where two of them were joined (code points). */
export interface ReadParagraph {
  lines: TextLine[];
  characters: ReadCharacter[];
  joins: number[];
}

/** In letters. A line ends short where the next one's beginning had still fitted, with a bracket and a full stop. */
const SHORT = 2.3;
const INDENT = 0.6;
/** So few lines say nothing of where their column ends. */
const FEW = 4;
/** From line to line against what is usual. */
const WIDE_STEP = 1.45;
const OTHER_SIZE = 1.18;
/** Latin words are longer than a letter: the longest that is moved to the next line, in letters. */
const LATIN_SHORT = 7;

/** Lines in reading order as the paragraphs they make up. What may be an edge is kept as one (decision 021). */
export function readParagraphs(lines: readonly TextLine[]): ReadParagraph[] {
  const step = usualStep(lines);
  const few = columnsOfFewLines(lines);
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const open = groups.at(-1);
    const last = open?.at(-1);
    if (open && last && !beginsAnew(last, line, open, step) && !mayEnd(last, few)) open.push(line);
    else groups.push([line]);
  }
  return groups.map(paragraphOf);
}

function beginsAnew(last: TextLine, next: TextLine, open: readonly TextLine[], step: number): boolean {
  const size = Math.max(last.size, next.size);
  if (size > Math.min(last.size, next.size) * OTHER_SIZE) return true;
  const start = lineStartOf(next.text);
  if (start === "own" || bulletText(next.text) !== null) return true;
  const isSameColumn = last.column.index === next.column.index;
  if (isSameColumn && next.at - last.at > step * size * WIDE_STEP) return true;
  if (endsShort(last)) return true;
  if (isMarkedHeading(last.text) || isMarkedHeading(next.text)) return true;
  const goesOn = !endsSentence(last.text);
  if ((start === "label" || numberingOf(next.text)) && !goesOn) return true;
  if (!isSameColumn) return !goesOn || start !== "none";
  const isHanging = open[0] === last && begins(last);
  const indent = next.from - next.column.from;
  return !isHanging && indent > size * INDENT && indent - (last.from - last.column.from) > size * INDENT;
}

function columnsOfFewLines(lines: readonly TextLine[]): Set<number> {
  const counts = new Map<number, number>();
  for (const { column } of lines) counts.set(column.index, (counts.get(column.index) ?? 0) + 1);
  return new Set([...counts].flatMap(([index, count]) => (count < FEW ? [index] : [])));
}

/** Whether a sentence ends with its line where too few lines tell how wide their column is, or that it is one. */
const mayEnd = (last: TextLine, few: ReadonlySet<number>): boolean =>
  few.has(last.column.index) && endsSentence(last.text);

/** Whether a line begins an item, under whose text the next lines hang. */
const begins = ({ text }: TextLine): boolean => bulletText(text) !== null || numberingOf(text) !== null;

function endsShort({ text, to, column, size }: TextLine): boolean {
  const isLatin = /[\p{Script=Latin},;-]$/u.test(text);
  return column.to - to > size * (isLatin ? LATIN_SHORT : SHORT);
}

/** From one line to the next in the same column, in letters: what most of them have. */
function usualStep(lines: readonly TextLine[]): number {
  const steps = lines
    .flatMap((line, index) => {
      const before = lines[index - 1];
      return before?.column.index === line.column.index ? [(line.at - before.at) / line.size] : [];
    })
    .filter((step) => step > 0.8 && step < 4)
    .sort((a, b) => a - b);
  return steps[Math.floor(steps.length / 3)] ?? 1.8;
}

function paragraphOf(lines: TextLine[]): ReadParagraph {
  const characters: ReadCharacter[] = [];
  const joins: number[] = [];
  let text = "";
  for (const line of lines) {
    if (text !== "") {
      const space = between(text, line.text);
      joins.push(characters.length);
      if (space !== "") characters.push({ text: space, symbol: null, page: line.page });
      text += space;
    }
    text += line.text;
    for (const [index, point] of [...line.text].entries())
      characters.push({ text: point, symbol: line.symbols[index] ?? null, page: line.page });
  }
  return { lines, characters, joins };
}
