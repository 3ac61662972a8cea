import type { Segment } from "./run.ts";

/** A stretch of white down a page, between text on both its sides. Rows count from 0, `to` is inclusive. */
export interface Corridor {
  x0: number;
  x1: number;
  from: number;
  to: number;
  /** How many of its rows have text on this side. */
  left: number;
  right: number;
}

/** So many are followed at once; a page that has more is a drawing. */
const MOST_OPEN = 48;
/** A row of more pieces is a drawing too: no corridor goes through it. */
const MOST_PIECES = 200;
const FEWEST_ROWS = 3;

/**
 * The `most` best corridors between the texts of rows, the best first, each at least so wide as `narrowest` (in points):
 * found in one way down the page, on which every gap of a row narrows those that came from above or ends them.
 */
export function corridorsIn(
  rows: readonly Segment[][],
  narrowest: number,
  { most, compare }: { most: number; compare: (one: Corridor, other: Corridor) => number },
): Corridor[] {
  let found: Corridor[] = [];
  const keep = (corridor: Corridor) => {
    if (hasBothSides(corridor)) found.push(corridor);
    if (found.length > most * 64) found = found.sort(compare).slice(0, most);
  };
  let open: Corridor[] = [];
  for (const [at, row] of rows.entries()) {
    const taken = takenBy(row, narrowest);
    const next = new Map<string, Corridor>();
    for (const corridor of open) {
      let isWhole = false;
      for (const [x0, x1] of gapsWithin(corridor, taken)) {
        if (x1 - x0 < narrowest) continue;
        isWhole ||= x0 === corridor.x0 && x1 === corridor.x1;
        keepOldest(next, { ...corridor, x0, x1 });
      }
      if (!isWhole) keep({ ...corridor, to: at - 1 });
    }
    const everywhere = { x0: Number.NEGATIVE_INFINITY, x1: Number.POSITIVE_INFINITY };
    for (const [x0, x1] of gapsWithin(everywhere, taken))
      if (x1 - x0 >= narrowest) keepOldest(next, { x0, x1, from: at, to: at, left: 0, right: 0 });
    open = [...next.values()].sort((one, other) => one.from - other.from).slice(0, MOST_OPEN);
    const first = taken[0]?.[0] ?? Number.POSITIVE_INFINITY;
    const last = taken.at(-1)?.[1] ?? Number.NEGATIVE_INFINITY;
    for (const corridor of open) {
      if (first < corridor.x1) corridor.left += 1;
      if (last > corridor.x0) corridor.right += 1;
    }
  }
  for (const corridor of open) keep({ ...corridor, to: rows.length - 1 });
  return found.sort(compare).slice(0, most);
}

const hasBothSides = ({ left, right }: Corridor): boolean => Math.min(left, right) >= FEWEST_ROWS;

function keepOldest(corridors: Map<string, Corridor>, corridor: Corridor): void {
  const key = `${corridor.x0} ${corridor.x1}`;
  const other = corridors.get(key);
  if (!other || corridor.from < other.from) corridors.set(key, corridor);
}

/** Where a row has text, from left to right, without the gaps that are too narrow. */
function takenBy(row: readonly Segment[], narrowest: number): [number, number][] {
  const taken: [number, number][] = [];
  for (const { x0, x1 } of row) {
    const last = taken.at(-1);
    if (last && x0 - last[1] < narrowest) last[1] = Math.max(last[1], x1);
    else taken.push([x0, x1]);
  }
  const [first] = taken;
  const last = taken.at(-1);
  return first && last && taken.length > MOST_PIECES ? [[first[0], last[1]]] : taken;
}

/** The white between two places; `taken` ascends and does not overlap. */
function gapsWithin(
  { x0, x1 }: { x0: number; x1: number },
  taken: readonly (readonly [number, number])[],
): [number, number][] {
  const gaps: [number, number][] = [];
  let at = x0;
  for (let index = firstBehind(taken, x0); index < taken.length; index += 1) {
    const [start = 0, end = 0] = taken[index] ?? [];
    if (start >= x1) break;
    if (start > at) gaps.push([at, start]);
    at = Math.max(at, end);
  }
  if (at < x1) gaps.push([at, x1]);
  return gaps;
}

/** The index of the first that ends behind `x`. */
function firstBehind(taken: readonly (readonly [number, number])[], x: number): number {
  let low = 0;
  let high = taken.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((taken[middle]?.[1] ?? 0) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
