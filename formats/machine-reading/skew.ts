import type { InkPicture } from "./bitmap.ts";

/** A page may lie turned by as much as this, in degrees; what is turned further is a picture and no page. */
const MOST = 5;
const COARSE_STEP = 0.5;
const FINE_STEP = 0.1;
/** Points of ink that are looked at: a page has millions, and lines show in a few thousand. */
const MOST_POINTS = 40_000;
/** A turn must make the lines this much sharper to count, so that a page that lies straight stays as it is. */
const SHARPER = 1.02;

/**
 * By how many degrees (clockwise) a page lies turned: the angle at which its ink falls into the sharpest lines. Lines that
 * run down are sharpest in columns.
 */
export function skewOf(picture: InkPicture, direction: "across" | "down"): number {
  const points = pointsOf(picture);
  if (points.length === 0) return 0;
  const sharpness = (degrees: number) => sharpnessAt(points, degrees, direction);
  let best = { degrees: 0, sharpness: sharpness(0) * SHARPER };
  const look = (from: number, to: number, step: number) => {
    for (let degrees = from; degrees <= to + step / 2; degrees += step) {
      const found = sharpness(degrees);
      if (found > best.sharpness) best = { degrees, sharpness: found };
    }
  };
  look(-MOST, MOST, COARSE_STEP);
  look(best.degrees - COARSE_STEP, best.degrees + COARSE_STEP, FINE_STEP);
  return Math.round(best.degrees * 10) / 10;
}

function pointsOf({ width, height, ink }: InkPicture): { x: number; y: number }[] {
  const all = ink.reduce((sum, one) => sum + one, 0);
  const every = Math.max(1, Math.ceil(all / MOST_POINTS));
  const points: { x: number; y: number }[] = [];
  let seen = 0;
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) if (ink[y * width + x] && seen++ % every === 0) points.push({ x, y });
  return points;
}

/** The sum of squares of the ink in each line: the fewer lines hold all of it, the larger. */
function sharpnessAt(
  points: readonly { x: number; y: number }[],
  degrees: number,
  direction: "across" | "down",
): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const lines = new Map<number, number>();
  for (const { x, y } of points) {
    const line = Math.round(direction === "across" ? (y - x * slope) / 2 : (x + y * slope) / 2);
    lines.set(line, (lines.get(line) ?? 0) + 1);
  }
  let sum = 0;
  for (const count of lines.values()) sum += count * count;
  return sum;
}
