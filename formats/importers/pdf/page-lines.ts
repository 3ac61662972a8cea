import { type ColumnOfSegments, columnsOf } from "./columns.ts";
import { median } from "./median.ts";
import type { Column, Line, PageSegments, Segment } from "./run.ts";

/** A gap this wide, in sizes, is one between cells. */
const CELL_GAP = 1.6;

/** A page's lines in reading order. */
export function linesOfPage({ segments, page }: PageSegments): Line[] {
  return columnsOf(segments).columns.flatMap((column) => {
    const edges = edgesOf(column);
    return column.map((segments) => lineOf(segments, page, edges));
  });
}

function lineOf(segments: readonly Segment[], page: number, column: Column): Line {
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
    x0: Math.min(...segments.map(({ x0 }) => x0)),
    x1: Math.max(...segments.map(({ x1 }) => x1)),
    y: segments[0]?.y ?? 0,
    size: mostCommon(sizes) ?? segments[0]?.size ?? 0,
    font: mostCommon(letters) ?? "",
    page,
    column,
    isGappy: segments.some((segment, index) => {
      const before = segments[index - 1];
      return before !== undefined && segment.x0 - before.x1 > segment.size * CELL_GAP;
    }),
  };
}

export function mostCommon<Key>(counts: ReadonlyMap<Key, number>): Key | null {
  let best: { key: Key; count: number } | null = null;
  for (const [key, count] of counts) if (!best || count > best.count) best = { key, count };
  return best?.key ?? null;
}

/** Where most lines begin, and the furthest any but a stray one ends. */
function edgesOf(lines: ColumnOfSegments): Column {
  const starts = lines.map((line) => Math.min(...line.map(({ x0 }) => x0)));
  const ends = lines.map((line) => Math.max(...line.map(({ x1 }) => x1))).sort((one, other) => one - other);
  const size = median(lines.flatMap((line) => line.map((segment) => segment.size)));
  const counts = new Map<number, number>();
  for (const start of starts) {
    const place = Math.round(start / (size / 2 || 1));
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const frequent = [...counts]
    .filter(([, count]) => count >= Math.max(1, lines.length * 0.15))
    .map(([place]) => place);
  const least = Math.min(...(frequent.length > 0 ? frequent : [...counts.keys()]));
  const near = starts.filter((start) => Math.abs(start - least * (size / 2)) <= size / 2);
  return {
    left: near.length > 0 ? Math.min(...near) : Math.min(...starts),
    right: ends[Math.floor((ends.length - 1) * 0.97)] ?? 0,
  };
}
