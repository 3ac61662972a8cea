import type { ColumnOfSegments } from "./columns.ts";
import type { Segment } from "./run.ts";

/** All in sizes of the letters. */
const GAP_BETWEEN_CELLS = 0.9;
const SHORTEST_CELL = 7;
const SAME_START = 0.5;
const NEXT_LINE = 1.7;
/** So many cells that go on in the row below are no chance. */
const FEWEST_WRAPPED = 3;
/** Of one row; more are a drawing. */
const MOST_CELLS = 30;

interface Cell {
  x0: number;
  x1: number;
  y: number;
  size: number;
  text: string;
}

/**
 * Whether a column read row by row has cells of several lines, or text beside text that no white parts for long enough:
 * the lines of one cell are then read with those of its neighbours between them.
 */
export function hasWrappedCells(rows: ColumnOfSegments): boolean {
  let wrapped = 0;
  let above: Cell[] = [];
  for (const row of rows) {
    const cells = cellsOf(row);
    if (areReadBetween(above, cells)) wrapped += 1;
    if (wrapped >= FEWEST_WRAPPED) return true;
    above = cells;
  }
  return false;
}

/**
 * Whether a cell goes on in the row below with other cells read in between: those on its right, and below on its left. A
 * line below that reaches under the next cell too is no cell of its own, as below a heading that its paragraph runs after.
 */
function areReadBetween(above: readonly Cell[], below: readonly Cell[]): boolean {
  if (Math.max(above.length, below.length) > MOST_CELLS) return false;
  return above.some((cell, at) =>
    below.some((next, index) => {
      if (at === above.length - 1 && index === 0) return false;
      if (!goesOnIn(cell, next)) return false;
      const right = Math.min(above[at + 1]?.x0 ?? next.x1, below[index + 1]?.x0 ?? cell.x1);
      return Math.max(cell.x1, next.x1) <= right || at === above.length - 1;
    }),
  );
}

function cellsOf(row: readonly Segment[]): Cell[] {
  const cells: Cell[] = [];
  for (const { x0, x1, y, size, runs } of row) {
    const text = runs.map((run) => run.text).join(" ");
    const last = cells.at(-1);
    if (last && x0 - last.x1 <= size * GAP_BETWEEN_CELLS) {
      last.x1 = Math.max(last.x1, x1);
      last.text += ` ${text}`;
    } else cells.push({ x0, x1, y, size, text });
  }
  return cells;
}

/** Whether the text of a cell runs on in the cell right below it: within a sentence, in letters of either kind. */
function goesOnIn(cell: Cell, below: Cell): boolean {
  const { size } = cell;
  if (Math.abs(cell.x0 - below.x0) > size * SAME_START || below.y - cell.y > size * NEXT_LINE) return false;
  if (cell.x1 - cell.x0 < size * SHORTEST_CELL) return false;
  if (/^\s*\p{Ll}{2}/u.test(below.text)) return /[\p{L},]\s*$/u.test(cell.text);
  return (
    /^\s*[\p{Script=Hiragana}、。]/u.test(below.text) &&
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]\s*$/u.test(cell.text)
  );
}
