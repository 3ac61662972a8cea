import { median } from "../median.ts";
import { readingBeside } from "./beside.ts";
import { type Corridor, corridorsIn } from "./corridors.ts";
import { isLeftOf, pastOverhangs } from "./overhangs.ts";
import type { Segment } from "./run.ts";
import { hasWrappedCells } from "./wrapped-cells.ts";

/** Lines of one column, top to bottom, each made of the segments on its baseline. */
export type ColumnOfSegments = Segment[][];

/** A page's columns in reading order. */
export interface PageColumns {
  columns: ColumnOfSegments[];
  /** Those of them that stand beside another. */
  beside: ReadonlySet<ColumnOfSegments>;
  /** Whether they may be read in another order. */
  isUncertain: boolean;
}

/** Columns of a table within columns of a page are the deepest anybody sets. */
const MOST_COLUMNS_DEEP = 10;
/** In sizes of the letters. */
const NARROWEST_GUTTER = 0.45;
const MOST_TRIED = 16;
/** How often the segments of a page may be looked at in all tries together, of a page with few of them and with many. */
const MOST_LOOKS = { atLeast: 100_000, each: 10 };
/** Rows. */
const FEWEST_DOUBTFUL = 4;

/**
 * The columns of a page in reading order: what stands above a corridor between columns, what on its left, on its right,
 * and below it, each looked at again.
 */
export function columnsOf(segments: readonly Segment[]): PageColumns {
  const looks = MOST_LOOKS.atLeast + MOST_LOOKS.each * segments.length;
  const read: ColumnsRead = { columns: [], beside: new Set(), doubtful: 0, looks };
  readRows(linesIn(segments), read, { depth: 0, isBeside: false });
  return {
    columns: read.columns,
    beside: read.beside,
    isUncertain: read.doubtful >= FEWEST_DOUBTFUL,
  };
}

interface ColumnsRead {
  columns: ColumnOfSegments[];
  beside: Set<ColumnOfSegments>;
  /** Rows that may belong elsewhere. */
  doubtful: number;
  /** How many more segments may be looked at. */
  looks: number;
}

function readRows(
  rows: Segment[][],
  read: ColumnsRead,
  { depth, isBeside }: { depth: number; isBeside: boolean },
): void {
  if (rows.length === 0) return;
  const corridor = depth < MOST_COLUMNS_DEEP && read.looks > 0 ? corridorBetweenColumns(rows, read) : null;
  if (!corridor) {
    if (hasWrappedCells(rows)) read.doubtful += rows.length;
    read.columns.push(rows);
    if (isBeside) read.beside.add(rows);
    return;
  }
  const within = rows.slice(corridor.from, corridor.to + 1).flat();
  const above = { depth: depth + 1, isBeside };
  const beside = { depth: depth + 1, isBeside: true };
  readRows(rows.slice(0, corridor.from), read, above);
  readRows(linesIn(within.filter((one) => isLeftOf(one, corridor))), read, beside);
  readRows(linesIn(within.filter((one) => !isLeftOf(one, corridor))), read, beside);
  readRows(rows.slice(corridor.to + 1), read, above);
}

function corridorBetweenColumns(rows: readonly Segment[][], read: ColumnsRead): Corridor | null {
  const size = median(rows.flat().map((segment) => segment.size));
  const weight = ({ left, right, x0, x1 }: Corridor) =>
    Math.min(left, right) * (0.5 + Math.min(1, (x1 - x0) / size));
  const corridors = corridorsIn(rows, size * NARROWEST_GUTTER, {
    most: MOST_TRIED,
    compare: (one, other) => weight(other) - weight(one) || other.to - other.from - (one.to - one.from),
  });
  let doubtful = 0;
  for (const corridor of corridors) {
    read.looks -= rows.length;
    for (let at = corridor.from; at <= corridor.to; at += 1) read.looks -= rows[at]?.length ?? 0;
    if (read.looks < 0) break;
    const reading = readingBeside(rows, corridor);
    const doubtfulHere = reading?.isDoubtful ? Math.min(corridor.left, corridor.right) : 0;
    if (reading?.way === "columns") {
      read.doubtful += doubtfulHere;
      return pastOverhangs(rows, corridor, size);
    }
    doubtful = Math.max(doubtful, doubtfulHere);
  }
  read.doubtful += doubtful;
  return null;
}

/** Segments as lines, top to bottom. */
export function linesIn(segments: readonly Segment[]): ColumnOfSegments {
  const lines: ColumnOfSegments = [];
  for (const segment of [...segments].sort((one, other) => one.y - other.y || one.x0 - other.x0)) {
    const open = lines.at(-1);
    const first = open?.[0];
    if (open && first && Math.abs(segment.y - first.y) < Math.min(first.size, segment.size) * 0.4)
      open.push(segment);
    else lines.push([segment]);
  }
  for (const line of lines) line.sort((one, other) => one.x0 - other.x0);
  return lines;
}
