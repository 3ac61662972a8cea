import { median } from "../median.ts";
import { type ColumnOfSegments, columnsOf } from "./columns.ts";
import { drawingSays } from "./drawing-order.ts";
import { isFromRight, isOverprinted } from "./order-doubts.ts";
import type { Column, Line, PageSegments, Segment } from "./run.ts";

/** A gap this wide, in sizes, is one between cells; a narrower one is where the next line has one at the same place. */
const CELL_GAP = 1.6;
const ALIGNED_GAP = 0.8;
const ALIGNED = 0.4;
/** In sizes. */
const SHORTEST_PROSE = 10;

/** A page's lines in reading order, and whether the order may be another. */
export function linesOfPage({ segments, page }: PageSegments): { lines: Line[]; isUncertain: boolean } {
  const { columns, beside, isUncertain } = columnsOf(segments);
  const prose: Line[] = [];
  const lines = columns.flatMap((column) => {
    const edges = edgesOf(column);
    const aligned = alignedRows(column);
    const found = column.map((segments, at) => lineOf(segments, page, edges, aligned.has(at)));
    if (beside.has(column)) for (const line of found) if (isProse(line)) prose.push(line);
    return found;
  });
  const isDoubted = isUncertain && drawingSays(lines.map(drawnLine)) !== "same";
  const isDrawnOtherwise = drawingSays(prose.map(drawnLine)) === "other";
  return { lines, isUncertain: isDoubted || isDrawnOtherwise || isOverprinted(lines) || isFromRight(lines) };
}

const isProse = ({ x0, x1, size, isGappy }: Line): boolean => !isGappy && x1 - x0 >= size * SHORTEST_PROSE;

const drawnLine = ({ runs, y }: Line) => ({
  order: runs.reduce((least, { order }) => Math.min(least, order), Number.POSITIVE_INFINITY),
  y,
});

function lineOf(segments: readonly Segment[], page: number, column: Column, isRow: boolean): Line {
  const runs = segments.flatMap((segment) => segment.runs);
  const letters = new Map<string, number>();
  const sizes = new Map<number, number>();
  for (const { font, size, text, script } of runs) {
    letters.set(font, (letters.get(font) ?? 0) + text.length);
    if (!script) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  }
  return {
    runs,
    rubies: segments.flatMap((segment) => segment.rubies),
    x0: leftOf(segments),
    x1: rightOf(segments),
    y: segments[0]?.y ?? 0,
    size: mostCommon(sizes) ?? segments[0]?.size ?? 0,
    font: mostCommon(letters) ?? "",
    page,
    top: runs.reduce((least, { top }) => Math.min(least, top), 1),
    column,
    isGappy: isRow || startsAfterGaps(segments, CELL_GAP).length > 0,
  };
}

/** Where segments of a line begin after gaps wider than so many sizes. */
function startsAfterGaps(segments: readonly Segment[], gap: number): number[] {
  return segments.flatMap(({ x0, size }, index) => {
    const before = segments[index - 1];
    return before && x0 - before.x1 > size * gap ? [x0] : [];
  });
}

/** The lines of a column in which something begins after a gap right above or below where something else does. */
function alignedRows(column: ColumnOfSegments): Set<number> {
  const rows = new Set<number>();
  let above: number[] = [];
  for (const [at, line] of column.entries()) {
    const starts = startsAfterGaps(line, ALIGNED_GAP);
    if (meet(starts, above, (line[0]?.size ?? 0) * ALIGNED)) rows.add(at - 1).add(at);
    above = starts;
  }
  return rows;
}

/** Whether a place of one row is as near as `near` to one of another; both ascend. */
function meet(places: readonly number[], others: readonly number[], near: number): boolean {
  let at = 0;
  return places.some((x) => {
    while (at < others.length && (others[at] ?? 0) < x - near) at += 1;
    return (others[at] ?? Number.POSITIVE_INFINITY) <= x + near;
  });
}

const leastOf = (values: readonly number[]): number =>
  values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
const leftOf = (segments: readonly Segment[]): number => leastOf(segments.map(({ x0 }) => x0));
const rightOf = (segments: readonly Segment[]): number =>
  segments.reduce((most, { x1 }) => Math.max(most, x1), Number.NEGATIVE_INFINITY);

export function mostCommon<Key>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: { key: Key; count: number } | null = null;
  for (const [key, count] of counts) if (!best || count > best.count) best = { key, count };
  return best?.key ?? null;
}

/** Where most lines begin, and the furthest any but a stray one ends. */
function edgesOf(lines: ColumnOfSegments): Column {
  const starts = lines.map(leftOf);
  const ends = lines.map(rightOf).sort((one, other) => one - other);
  const size = median(lines.flatMap((line) => line.map((segment) => segment.size)));
  const counts = new Map<number, number>();
  for (const start of starts) {
    const place = Math.round(start / (size / 2 || 1));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const frequent = [...counts]
    .filter(([, count]) => count >= Math.max(1, lines.length * 0.15))
    .map(([place]) => place);
  const least = leastOf(frequent.length > 0 ? frequent : [...counts.keys()]);
  const near = starts.filter((start) => Math.abs(start - least * (size / 2)) <= size / 2);
  return {
    left: leastOf(near.length > 0 ? near : starts),
    right: ends[Math.floor((ends.length - 1) * 0.97)] ?? 0,
  };
}
