import type { Corridor } from "./corridors.ts";
import type { Segment } from "./run.ts";

/** In sizes of the letters: how far a line may reach over a corridor, and how far apart the lines beside it may be. */
const FURTHEST_OVER = 2;
const GOES_ON = 3.4;
/** Rows with text on either side that must stand beyond. */
const FEWEST_BEYOND = 2;
const MOST_OVERHANGS = 3;

/** On which side of a corridor a segment stands, or mostly stands. */
export const isLeftOf = ({ x0, x1 }: Segment, corridor: Corridor): boolean =>
  (x0 + x1) / 2 < (corridor.x0 + corridor.x1) / 2;

/**
 * A corridor with what lies beyond a line that reaches a little over it, as a heading does that is longer than its column:
 * where the text on the other side goes on past that line, it is none that stands over both.
 */
export function pastOverhangs(rows: readonly Segment[][], corridor: Corridor, size: number): Corridor {
  const from = edgePast(rows, corridor, { size, edge: corridor.from, step: -1 });
  const to = edgePast(rows, corridor, { size, edge: corridor.to, step: 1 });
  return { ...corridor, from, to };
}

function edgePast(
  rows: readonly Segment[][],
  corridor: Corridor,
  { size, edge, step }: { size: number; edge: number; step: 1 | -1 },
): number {
  const sides = { left: 0, right: 0 };
  let overhangs = 0;
  let found = edge;
  for (let at = edge + step; rows[at]; at += step) {
    const row = rows[at] ?? [];
    const over = row.filter(({ x0, x1 }) => x0 < corridor.x1 && x1 > corridor.x0);
    if (over.length > 0) {
      overhangs += 1;
      const isSmall = over.every(
        (one) => isOverhang(one, corridor, size) && goesOnBeside(rows, { at, one, corridor, size }),
      );
      if (!isSmall || overhangs > MOST_OVERHANGS) break;
      continue;
    }
    // A corridor ends at once where nothing reaches over it: it is too narrow there.
    if (overhangs === 0) break;
    if (row.some((one) => isLeftOf(one, corridor))) sides.left += 1;
    if (row.some((one) => !isLeftOf(one, corridor))) sides.right += 1;
    if (Math.min(sides.left, sides.right) >= FEWEST_BEYOND) found = at;
  }
  return found;
}

function isOverhang({ x0, x1 }: Segment, corridor: Corridor, size: number): boolean {
  return Math.min(x1 - corridor.x1, corridor.x0 - x0) <= size * FURTHEST_OVER;
}

/** Rows looked at on either side of an overhang. */
const NEAR = 4;

/** Whether the text on the side that a line reaches over goes on past it, from line to line. */
function goesOnBeside(
  rows: readonly Segment[][],
  { at, one, corridor, size }: { at: number; one: Segment; corridor: Corridor; size: number },
): boolean {
  const isOther = (other: Segment) => other !== one && isLeftOf(other, corridor) !== isLeftOf(one, corridor);
  const above = rows
    .slice(Math.max(0, at - NEAR), at + 1)
    .flat()
    .filter(isOther)
    .at(-1);
  const below = rows
    .slice(at, at + NEAR + 1)
    .flat()
    .find(isOther);
  return above !== undefined && below !== undefined && below.y - above.y <= size * GOES_ON;
}
