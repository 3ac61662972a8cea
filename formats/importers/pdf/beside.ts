import { median } from "../median.ts";
import type { Corridor } from "./corridors.ts";
import type { Segment } from "./run.ts";

/** How texts on both sides of a corridor are read: one after the other, or row by row as a table is. */
export interface Reading {
  way: "columns" | "rows";
  /** Whether there is as much to say for the other way. */
  isDoubtful: boolean;
}

/** In sizes of the letters. */
const SURE_GUTTER = 1.5;
const GAP_BETWEEN_WORDS = 0.9;
const SHORTEST_LINE = 6;
const NEAR = 2;
const NARROWEST_COLUMN = 3;
const ALIGNED = 0.4;
/** The share of a column's width that a line of its prose fills, and of its letters that stand in such lines. */
const FILL = 0.6;
const MOSTLY = 0.6;
const DIGITS = /[\d０-９]/gu;

/** Tells columns from cells by what stands next to the corridor in each row, and by the order in which it was drawn. */
export function readingBeside(rows: readonly Segment[][], corridor: Corridor): Reading | null {
  const within = rows.slice(corridor.from, corridor.to + 1);
  const sides = within.map((row) => ({
    left: row.filter(({ x1 }) => x1 <= corridor.x0),
    right: row.filter(({ x0 }) => x0 >= corridor.x1),
  }));
  const size = median(within.flat().map((segment) => segment.size));
  const left = sideOf(
    inColumn(
      sides.flatMap((side) => nextTo(side.left.toReversed()) ?? []),
      ({ x1 }) => corridor.x0 - x1 < size * NEAR,
    ),
  );
  const right = sideOf(
    inColumn(
      sides.flatMap((side) => nextTo(side.right) ?? []),
      ({ x0 }) => x0 - corridor.x1 < size * NEAR,
    ),
  );
  const fewest = Math.min(left.rows, right.rows);
  const isNarrow = corridor.x1 - corridor.x0 < size * SURE_GUTTER;
  if (isNarrow && (fewest < 4 || Math.max(right.alignedStarts, left.alignedEnds) < MOSTLY)) return null;
  const all = within.flat();
  const outer = [
    corridor.x0 - all.reduce((least, { x0 }) => Math.min(least, x0), corridor.x0),
    all.reduce((most, { x1 }) => Math.max(most, x1), corridor.x1) - corridor.x1,
  ];
  if (Math.min(...outer) < size * NARROWEST_COLUMN) return null;
  const turns = turnsBetween(sides) / fewest;
  const shared = sides.filter((side) => side.left.length > 0 && side.right.length > 0).length / fewest;
  if (left.isProse && right.isProse)
    return {
      way: "columns",
      isDoubtful: (turns > 0.8 && shared > 0.8 && !isEven(within)) || isGrid(within, turns * fewest),
    };
  if (left.isProse || right.isProse)
    return turns <= 0.3 || (shared <= 0.5 && turns <= 0.7)
      ? { way: "columns", isDoubtful: false }
      : { way: "rows", isDoubtful: turns < 0.5 && Math.max(left.digits, right.digits) < 0.2 };
  if (shared > 0.8 && Math.max(left.digits, right.digits) > 0.4) return null;
  return fewest >= 4 && (turns <= 0.15 || (shared <= 0.3 && turns <= 0.5))
    ? { way: "columns", isDoubtful: false }
    : null;
}

/** Whether rows follow one another at one distance, as lines of prose do and the rows of a table with long cells do not. */
function isEven(rows: readonly Segment[][]): boolean {
  const steps = rows.flatMap((row, at) => {
    const above = rows[at - 1];
    const step = above ? (row[0]?.y ?? 0) - (above[0]?.y ?? 0) : 0;
    // Lines of two columns that stand on different heights say nothing.
    return step > (row[0]?.size ?? 0) * 0.8 ? [step] : [];
  });
  const usual = median(steps);
  return steps.filter((step) => step > usual * 1.25).length <= steps.length * 0.2;
}

/** So many bands of white across both sides are no chance. */
const FEWEST_BANDS = 3;
const BAND = 1.8;

/** Whether white goes across both sides as often as between the rows of a grid, which was drawn row by row too. */
function isGrid(rows: readonly Segment[][], turns: number): boolean {
  const steps = rows.map((row, at) => (row[0]?.y ?? 0) - (rows[at - 1]?.[0]?.y ?? row[0]?.y ?? 0));
  const size = median(rows.flat().map((segment) => segment.size));
  const usual = median(steps.filter((step) => step > size * 0.8));
  const bands = steps.filter((step) => step > usual * BAND).length;
  return bands >= FEWEST_BANDS && turns >= bands;
}

interface Cell {
  x0: number;
  x1: number;
  size: number;
  text: string;
}

/** What stands next to the corridor in one row, up to the next gap; `segments` go away from it. */
function nextTo(segments: readonly Segment[]): Cell | null {
  let cell: Cell | null = null;
  for (const segment of segments) {
    const { x0, x1, size } = segment;
    const text = segment.runs.map((run) => run.text).join("");
    if (!cell) cell = { x0, x1, size, text };
    else if (Math.max(x0 - cell.x1, cell.x0 - x1) <= Math.max(size, cell.size) * GAP_BETWEEN_WORDS) {
      cell.x0 = Math.min(cell.x0, x0);
      cell.x1 = Math.max(cell.x1, x1);
      cell.text += text;
    } else break;
  }
  return cell;
}

/** Without cells of the column beyond, which are next to the corridor where the column between has no line. */
function inColumn(cells: readonly Cell[], isNear: (cell: Cell) => boolean): Cell[] {
  const near = cells.filter(isNear);
  if (near.length < 3) return [...cells];
  const x0 = median(near.map((cell) => cell.x0));
  const x1 = median(near.map((cell) => cell.x1));
  return cells.filter((cell) => cell.x1 > x0 && cell.x0 < x1);
}

function sideOf(cells: readonly Cell[]) {
  const letters = cells.reduce((sum, { text }) => sum + text.length, 0) || 1;
  const starts = cells.map(({ x0 }) => x0).sort((one, other) => one - other);
  const ends = cells.map(({ x1 }) => x1).sort((one, other) => one - other);
  const start = starts[Math.floor(starts.length * 0.25)] ?? 0;
  const end = ends[Math.ceil(ends.length * 0.75) - 1] ?? 0;
  const width = end - start;
  const size = median(cells.map((cell) => cell.size));
  const full = cells.filter(({ x0, x1 }) => x1 - x0 >= Math.max(width * FILL, size * SHORTEST_LINE));
  const inFull = full.reduce((sum, { text }) => sum + text.length, 0) / letters;
  const digits = cells.reduce((sum, { text }) => sum + (text.match(DIGITS)?.length ?? 0), 0) / letters;
  return {
    rows: cells.length,
    width,
    digits,
    isProse: cells.length >= 3 && inFull >= MOSTLY && digits < 0.3,
    /** The share of its rows that begin where most of them begin, and that end where most of them end. */
    alignedStarts: shareNear(starts, size * ALIGNED),
    alignedEnds: shareNear(ends, size * ALIGNED),
  };
}

/** The share of some places that are near the one in the middle. */
function shareNear(places: readonly number[], near: number): number {
  const usual = median(places);
  return places.filter((x) => Math.abs(x - usual) < near).length / (places.length || 1);
}

/** How often the drawing of the page goes from one side to the other. */
function turnsBetween(sides: readonly { left: readonly Segment[]; right: readonly Segment[] }[]): number {
  const drawn = sides.flatMap(({ left, right }) => [
    ...left.map((segment) => ({ order: orderOf(segment), isLeft: true })),
    ...right.map((segment) => ({ order: orderOf(segment), isLeft: false })),
  ]);
  drawn.sort((one, other) => one.order - other.order);
  return drawn.reduce((sum, { isLeft }, at) => sum + (at > 0 && drawn[at - 1]?.isLeft !== isLeft ? 1 : 0), 0);
}

const orderOf = ({ runs }: Segment): number =>
  runs.reduce((least, { order }) => Math.min(least, order), Number.POSITIVE_INFINITY);
