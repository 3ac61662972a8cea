import type { InkPicture, PixelBox } from "./bitmap.ts";

/** A smaller picture, `factor` pixels to one: there is ink where there was any, so that a gap in it is a gap. */
export function reduced({ width, height, ink }: InkPicture, factor: number): InkPicture {
  if (factor <= 1) return { width, height, ink };
  const small = { width: Math.ceil(width / factor), height: Math.ceil(height / factor) };
  const out = new Uint8Array(small.width * small.height);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / factor) * small.width;
    for (let x = 0; x < width; x += 1) if (ink[y * width + x]) out[row + Math.floor(x / factor)] = 1;
  }
  return { ...small, ink: out };
}

/** Ruled lines go: they stand in every gap between what they part. A run of ink as long as no letter's stroke is one. */
export function withoutRules({ width, height, ink }: InkPicture, longest: number): InkPicture {
  const out = ink.slice();
  const sweep = (lines: number, length: number, at: (line: number, along: number) => number) => {
    for (let line = 0; line < lines; line += 1) {
      let run = 0;
      for (let along = 0; along <= length; along += 1) {
        if (along < length && ink[at(line, along)]) {
          run += 1;
          continue;
        }
        if (run > longest) for (let back = 1; back <= run; back += 1) out[at(line, along - back)] = 0;
        run = 0;
      }
    }
  };
  sweep(height, width, (y, x) => y * width + x);
  sweep(width, height, (x, y) => y * width + x);
  return { width, height, ink: out };
}

/** A page whose lines run down, laid so that they run across: the column at the right becomes the uppermost line. */
export function laidAcross({ width, height, ink }: InkPicture): InkPicture {
  const out = new Uint8Array(ink.length);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) out[(width - 1 - x) * height + y] = ink[y * width + x] ?? 0;
  return { width: height, height: width, ink: out };
}

/** A box of a picture that was laid across, on the picture as it was; `width`: of that one. */
export const laidDown = ({ left, top, right, bottom }: PixelBox, width: number): PixelBox => ({
  left: width - bottom,
  top: left,
  right: width - top,
  bottom: right,
});
