import { createRequire } from "node:module";
import { createCanvas, GlobalFonts } from "@napi-rs/canvas";
import { type Scan, scannedPdf } from "#formats/samples/scanned-pdf.ts";

const FACE = "Set";
const SIZE = 34;
const LEADING = 60;
const EDGE = 80;

function drawn(lines: readonly string[], width: number) {
  if (!GlobalFonts.has(FACE)) {
    const face = "@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf";
    GlobalFonts.registerFromPath(createRequire(import.meta.url).resolve(face), FACE);
  }
  const canvas = createCanvas(width, 2 * EDGE + lines.length * LEADING);
  const context = canvas.getContext("2d");
  context.fillStyle = "#fbfaf7";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#1a1a1a";
  context.font = `${SIZE}px ${FACE}`;
  for (const [index, line] of lines.entries()) context.fillText(line, EDGE, EDGE + SIZE + index * LEADING);
  return canvas;
}

/** A page of print as a picture, a line each, for a machine to read. */
export const pagePicture = (lines: readonly string[], width = 1400): Uint8Array<ArrayBuffer> =>
  new Uint8Array(drawn(lines, width).toBuffer("image/png"));

/** Pages of print as a scanner sends them. */
export function scannedPages(pages: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const scans = pages.map((lines): Scan => {
    const { width, height } = drawn(lines, 1400);
    return { jpeg: new Uint8Array(drawn(lines, 1400).toBuffer("image/jpeg")), width, height };
  });
  return new Uint8Array(scannedPdf(scans));
}
