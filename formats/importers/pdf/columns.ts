import type { Segment } from "./run.ts";

/** Lines of one column, top to bottom, each made of the segments on its baseline. */
export type ColumnOfSegments = Segment[][];

/** A page's width is looked at in so many strips. */
const STRIPS = 800;
const MOST_COLUMNS_DEEP = 5;
/** In sizes of the letters. */
const NARROWEST_GUTTER = 0.45;
const SHORTEST_LINE = 6;
/** The share of lines that may go across a gutter: titles, captions, tables over both columns. */
const MOST_ACROSS = 0.25;
/** How much of their column's width most lines fill; cells of a table do not. */
const LEAST_FILL = 0.55;
const FEWEST_LINES = 3;

/** The columns of a page in reading order. What goes across them parts those above it from those below. */
export function columnsOf(segments: readonly Segment[], depth = 0): ColumnOfSegments[] {
  const gutter = depth < MOST_COLUMNS_DEEP ? gutterOf(segments) : null;
  if (gutter === null) return segments.length === 0 ? [] : [linesIn(segments)];
  const across = segments
    .filter((one) => one.x0 < gutter && one.x1 > gutter)
    .sort((one, other) => one.y - other.y);
  const columns: ColumnOfSegments[] = [];
  let rest = segments.filter((one) => one.x1 <= gutter || one.x0 >= gutter);
  const addBeside = (beside: readonly Segment[]) => {
    columns.push(
      ...columnsOf(
        beside.filter((one) => one.x1 <= gutter),
        depth + 1,
      ),
    );
    columns.push(
      ...columnsOf(
        beside.filter((one) => one.x0 >= gutter),
        depth + 1,
      ),
    );
  };
  for (const band of bandsOf(across)) {
    const top = band[0]?.y ?? 0;
    addBeside(rest.filter((one) => one.y < top));
    rest = rest.filter((one) => one.y >= top);
    const bottom = band.at(-1)?.y ?? 0;
    // What stands on the same lines beside it belongs to it.
    const beside = rest.filter((one) => one.y <= bottom + 1);
    rest = rest.filter((one) => one.y > bottom + 1);
    columns.push(linesIn([...band, ...beside]));
  }
  addBeside(rest);
  return columns;
}

/** Lines across that follow one another are read as one. */
function bandsOf(across: readonly Segment[]): Segment[][] {
  const bands: Segment[][] = [];
  for (const segment of across) {
    const open = bands.at(-1);
    const last = open?.at(-1);
    if (open && last && segment.y - last.y < Math.max(last.size, segment.size) * 2.2) open.push(segment);
    else bands.push([segment]);
  }
  return bands;
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

/** Where two columns part, or null for one. */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < FEWEST_LINES * 2) return null;
  const left = segments.reduce((least, one) => Math.min(least, one.x0), Number.POSITIVE_INFINITY);
  const right = segments.reduce((most, one) => Math.max(most, one.x1), Number.NEGATIVE_INFINITY);
  const strip = (right - left) / STRIPS;
  if (!(strip > 0)) return null;
  const crossing = crossings(segments, left, strip);
  const size = median(segments.map((one) => one.size));
  const allowed = Math.floor(segments.length * MOST_ACROSS);
  const gaps = gapsIn(crossing, allowed).filter(
    (gap) => (gap.end - gap.start) * strip >= size * NARROWEST_GUTTER,
  );
  gaps.sort((one, other) => one.crossing - other.crossing || other.end - other.start - (one.end - one.start));
  for (const gap of gaps) {
    const middle = left + ((gap.start + gap.end) / 2) * strip;
    if (partsColumns(segments, middle)) return middle;
  }
  return null;
}

/** How many segments go over each strip. */
function crossings(segments: readonly Segment[], left: number, strip: number): number[] {
  const changes = new Array<number>(STRIPS + 2).fill(0);
  for (const { x0, x1 } of segments) {
    const from = Math.max(0, Math.floor((x0 - left) / strip));
    const to = Math.min(STRIPS, Math.ceil((x1 - left) / strip));
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  let now = 0;
  return changes.slice(0, STRIPS).map((change) => {
    now += change;
    return now;
  });
}

/** Stretches over which few lines go, away from the edges. */
function gapsIn(
  crossing: readonly number[],
  allowed: number,
): { start: number; end: number; crossing: number }[] {
  const gaps: { start: number; end: number; crossing: number }[] = [];
  for (let at = Math.floor(STRIPS * 0.12); at < STRIPS * 0.88; at += 1) {
    const count = crossing[at] ?? 0;
    if (count > allowed) continue;
    const open = gaps.at(-1);
    if (open && open.end === at && open.crossing === count) open.end = at + 1;
    else gaps.push({ start: at, end: at + 1, crossing: count });
  }
  return gaps;
}

function partsColumns(segments: readonly Segment[], gutter: number): boolean {
  const sides = [segments.filter((one) => one.x1 <= gutter), segments.filter((one) => one.x0 >= gutter)];
  if (!sides.every(looksLikeColumn)) return false;
  const [one, other] = sides.map((side) => ({
    top: Math.min(...side.slice(0, 1000).map(({ y }) => y)),
    bottom: Math.max(...side.slice(0, 1000).map(({ y }) => y)),
  }));
  if (!one || !other) return false;
  const shared = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
  return shared > median(segments.map(({ size }) => size)) * FEWEST_LINES;
}

function looksLikeColumn(side: readonly Segment[]): boolean {
  if (side.length < FEWEST_LINES) return false;
  const left = side.reduce((least, one) => Math.min(least, one.x0), Number.POSITIVE_INFINITY);
  const right = side.reduce((most, one) => Math.max(most, one.x1), Number.NEGATIVE_INFINITY);
  const width = median(side.map(({ x0, x1 }) => x1 - x0));
  return (
    width >= (right - left) * LEAST_FILL && width >= median(side.map(({ size }) => size)) * SHORTEST_LINE
  );
}

/** The lower of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
