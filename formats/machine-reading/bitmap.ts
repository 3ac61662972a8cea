/** A picture in grey: one byte a pixel, row by row, 0 black and 255 white. */
export interface GreyPicture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A picture of ink and paper: 1 where there is ink. */
export interface InkPicture {
  width: number;
  height: number;
  ink: Uint8Array;
}

/** A rectangle in pixels; `right` and `bottom` are the first ones outside. */
export interface PixelBox {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Grey from colours: four bytes a pixel, as a canvas gives them. What is transparent lies on white paper. */
export function greyOf(width: number, height: number, rgba: Uint8ClampedArray): GreyPicture {
  const pixels = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < pixels.length; at += 1, from += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = [
      rgba[from],
      rgba[from + 1],
      rgba[from + 2],
      rgba[from + 3],
    ];
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
    pixels[at] = 255 - ((255 - grey) * alpha) / 255;
  }
  return { width, height, pixels };
}

/**
 * Ink and paper told apart by the grey that parts both best (Otsu 1979), a page's own: faded print on yellow paper has
 * another than a fax.
 */
export function inkOf({ width, height, pixels }: GreyPicture): InkPicture {
  const limit = thresholdOf(pixels);
  return { width, height, ink: pixels.map((grey) => (grey <= limit ? 1 : 0)) };
}

function thresholdOf(pixels: Uint8Array): number {
  const counts = new Array<number>(256).fill(0);
  for (const grey of pixels) counts[grey] = (counts[grey] ?? 0) + 1;
  const total = counts.reduce((sum, count, grey) => sum + count * grey, 0);
  let best = { limit: -1, spread: 0 };
  let [below, sumBelow] = [0, 0];
  for (let limit = 0; limit < 255; limit += 1) {
    below += counts[limit] ?? 0;
    sumBelow += limit * (counts[limit] ?? 0);
    const above = pixels.length - below;
    if (below === 0 || above === 0) continue;
    const apart = sumBelow / below - (total - sumBelow) / above;
    const spread = below * above * apart * apart;
    if (spread > best.spread) best = { limit, spread };
  }
  return best.limit;
}

/** How much ink each row has (`across`) or each column (`down`), within a box. */
export function inkAlong(
  { width, ink }: InkPicture,
  { left, top, right, bottom }: PixelBox,
  by: "rows" | "columns",
): number[] {
  const sums = new Array<number>(by === "rows" ? bottom - top : right - left).fill(0);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1)
      if (ink[y * width + x]) {
        const at = by === "rows" ? y - top : x - left;
        sums[at] = (sums[at] ?? 0) + 1;
      }
  return sums;
}

/** A part of a picture with paper around it, `margin` pixels on each side. */
export function cutOut(picture: GreyPicture, box: PixelBox, margin: number): GreyPicture {
  const width = box.right - box.left + 2 * margin;
  const height = box.bottom - box.top + 2 * margin;
  const pixels = new Uint8Array(width * height).fill(255);
  for (let y = box.top; y < box.bottom; y += 1) {
    const row = picture.pixels.subarray(y * picture.width + box.left, y * picture.width + box.right);
    pixels.set(row, (y - box.top + margin) * width + margin);
  }
  return { width, height, pixels };
}

/** The picture as a PGM file, which says nothing but width, height and grey. */
export function pgmOf({ width, height, pixels }: GreyPicture): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const bytes = new Uint8Array(head.length + pixels.length);
  bytes.set(head);
  bytes.set(pixels, head.length);
  return bytes;
}
