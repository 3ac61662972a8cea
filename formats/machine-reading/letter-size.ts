import type { InkPicture } from "./bitmap.ts";

/** Smaller is dirt, in pixels; larger, as a part of the picture's longer side, is a drawing. */
const LEAST = 3;
const MOST_PART = 0.08;
/** Most letters are as tall as the tallest of their line; dots, commas and parts of characters are not. */
const QUANTILE = 0.8;

/**
 * How tall a letter of most of a picture's text is, in pixels, by the pieces of ink that hang together; 0 where there is
 * nothing like a letter.
 */
export function letterSize(picture: InkPicture): number {
  const most = Math.max(picture.width, picture.height) * MOST_PART;
  const sizes = piecesOf(picture)
    .map(({ width, height }) => Math.max(width, height))
    .filter((size) => size >= LEAST && size <= most)
    .sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length * QUANTILE)] ?? 0;
}

function piecesOf({ width, height, ink }: InkPicture): { width: number; height: number }[] {
  const left = ink.slice();
  const pieces: { width: number; height: number }[] = [];
  const queue: number[] = [];
  for (let start = 0; start < left.length; start += 1) {
    if (!left[start]) continue;
    let [minX, maxX, minY, maxY] = [width, 0, height, 0];
    left[start] = 0;
    queue.push(start);
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const x = at % width;
      const y = (at - x) / width;
      if (x < minX) minX = x;
      if (x > maxX) maxX = x;
      if (y < minY) minY = y;
      if (y > maxY) maxY = y;
      for (let dy = y > 0 ? -1 : 0; dy <= (y < height - 1 ? 1 : 0); dy += 1)
        for (let dx = x > 0 ? -1 : 0; dx <= (x < width - 1 ? 1 : 0); dx += 1) {
          const next = at + dy * width + dx;
          if (!left[next]) continue;
          left[next] = 0;
          queue.push(next);
        }
    }
    pieces.push({ width: maxX - minX + 1, height: maxY - minY + 1 });
  }
  return pieces;
}
