import { type InkPicture, inkAlong, type PixelBox } from "./bitmap.ts";

/**
 * How wide the widest stretch without ink is in a part of a page, in pixels: along its lines, which run across or down.
 */
export function widestGap(picture: InkPicture, box: PixelBox, isDown: boolean): number {
  let widest = 0;
  let run = 0;
  for (const ink of inkAlong(picture, box, isDown ? "rows" : "columns")) {
    run = ink === 0 ? run + 1 : 0;
    if (run > widest) widest = run;
  }
  return widest;
}
