import type { Line, Run } from "./run.ts";

/** Lines of a page in which text may stand over other text by the fault of a font. */
const FEWEST_OVERPRINTED = 3;
/** In sizes: how far one piece of text reaches over the next, and how long both are at least. */
const OVER = 0.6;
const LONG = 2;
/** The share of a page's letters that are written from right to left. */
const MOST_FROM_RIGHT = 0.2;
const FROM_RIGHT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTER = /\p{L}/gu;

/** Whether texts of a page stand over one another, so that nobody can tell which letter belongs to which. */
export function isOverprinted(lines: readonly Line[]): boolean {
  let found = 0;
  for (const line of lines) {
    const runs = line.runs.filter((run) => !run.script && lengthOf(run) >= line.size * LONG);
    if (runs.some((run, at) => (runs[at - 1]?.x1 ?? run.x0) - run.x0 > line.size * OVER)) found += 1;
    if (found >= FEWEST_OVERPRINTED) return true;
  }
  return false;
}

const lengthOf = ({ x0, x1 }: Run): number => x1 - x0;

/** Whether much of a page is written from right to left: its lines are read from left to right here. */
export function isFromRight(lines: readonly Line[]): boolean {
  let letters = 0;
  let fromRight = 0;
  for (const { runs } of lines)
    for (const { text } of runs) {
      letters += text.match(LETTER)?.length ?? 0;
      fromRight += text.match(FROM_RIGHT)?.length ?? 0;
    }
  return fromRight > letters * MOST_FROM_RIGHT;
}
