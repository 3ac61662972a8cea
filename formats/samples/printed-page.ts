import type { GreyPicture } from "../machine-reading/bitmap.ts";
import type { PageBox, ReadLine, ReadPage, ReadRegion } from "../machine-reading/page.ts";

/** White paper with black boxes, in pixels: what print looks like to whoever looks for lines and columns. */
export function inkedPaper(
  width: number,
  height: number,
  boxes: readonly (readonly [left: number, top: number, width: number, height: number])[],
): GreyPicture {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const [left, top, wide, high] of boxes)
    for (let y = top; y < Math.min(height, top + high); y += 1)
      pixels.fill(0, y * width + left, y * width + Math.min(width, left + wide));
  return { width, height, pixels };
}

/** A page of so many pixels, as a machine read it. */
export const PAGE_SIZE = { width: 1000, height: 1000 } as const;

interface SetLine {
  text: string;
  /** Where it begins, in pixels. */
  left?: number;
  top: number;
  /** Of its letters, in pixels. */
  size?: number;
  /** Characters of which the machine was not sure. */
  unsure?: string;
}

/** A line that runs across, each of its characters in a square of its own; a space sets what follows it apart. */
export function setLine({ text, left = 100, top, size = 20, unsure = "" }: SetLine): ReadLine {
  const symbols: ReadLine["symbols"] = [];
  let x = left;
  let isApart = true;
  let blank = 0;
  for (const character of text) {
    const advance = /[!-~ ]/.test(character) ? size / 2 : size;
    if (/\s/u.test(character)) {
      isApart = true;
      blank += advance;
    } else {
      const confidence = unsure.includes(character) ? 60 : 99;
      symbols.push({ text: character, confidence, box: onPage(x, top, advance, size), isApart, gap: blank / PAGE_SIZE.width });
      isApart = false;
      blank = 0;
    }
    x += advance;
  }
  return { symbols, box: onPage(left, top, x - left, size) };
}

/** A region around its lines, `right`: where the longest might have ended. */
export function setRegion(lines: readonly ReadLine[], right = 0.9): ReadRegion {
  const x = Math.min(...lines.map(({ box }) => box.x));
  const y = Math.min(...lines.map(({ box }) => box.y));
  const bottom = Math.max(...lines.map(({ box }) => box.y + box.height));
  return { box: { x, y, width: right - x, height: bottom - y }, lines: [...lines] };
}

export const setPage = (...regions: ReadRegion[]): ReadPage => ({ ...PAGE_SIZE, regions });

const onPage = (left: number, top: number, width: number, height: number): PageBox => ({
  x: left / PAGE_SIZE.width,
  y: top / PAGE_SIZE.height,
  width: width / PAGE_SIZE.width,
  height: height / PAGE_SIZE.height,
});
