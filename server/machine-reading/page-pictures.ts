import { type Canvas, createCanvas, loadImage } from "@napi-rs/canvas";
import type { PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { READING_LIMITS } from "#domain/machine-reading.ts";
import { pictureMediaType } from "#domain/picture.ts";
import { isPassword, libraryFolder, libraryOptions } from "#formats/importers/pdf/library-options.ts";
import { openLibrary } from "#formats/importers/pdf/open-library.ts";
import { ReadingFailed } from "./reading-failed.ts";

/** In dots an inch: what print is scanned at; more shows the machine nothing new. */
const PDF_DPI = 300;
const PDF_POINTS = 72;
/** In pixels, all of a page: A4 at 300 dots an inch has 8.7 million. */
const MOST_PIXELS = 12_000_000;
/** What a file may say it has before it is opened, in pixels: a small file can hold a very large picture. */
const MOST_CLAIMED = 100_000_000;
/** Letters of a smaller picture are too small for the machine: it is read twice as large. */
const SMALL = 1400;

/** The pages of a file, one after another, drawn on white. `count`: how many there are. */
export interface PagePictures {
  count: number;
  draw: (page: number) => Promise<Canvas>;
  close: () => Promise<void>;
}

/**
 * The pages of a PDF, or a picture of one page. Runs in a process of its own: a picture that lies about its size can
 * end it.
 *
 * @throws ReadingFailed ENCRYPTED, DAMAGED, TOO_MANY_PAGES or TOO_HARD
 */
export async function pagePictures(bytes: Uint8Array): Promise<PagePictures> {
  return pictureMediaType(bytes) === null ? await pdfPages(bytes) : onePicture(bytes);
}

function onePicture(bytes: Uint8Array): PagePictures {
  return { count: 1, draw: async () => await drawnPicture(bytes), close: async () => undefined };
}

async function drawnPicture(bytes: Uint8Array): Promise<Canvas> {
  if (!isWhole(bytes)) throw new ReadingFailed("DAMAGED");
  const image = await loadImage(bytes).catch(() => null);
  if (!image || image.width < 1 || image.height < 1) throw new ReadingFailed("DAMAGED");
  if (image.width * image.height > MOST_CLAIMED) throw new ReadingFailed("TOO_HARD");
  const wanted = Math.max(image.width, image.height) < SMALL ? 2 : 1;
  const scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / (image.width * image.height)));
  const canvas = paper(image.width * scale, image.height * scale);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** Whether a picture has its end: of one that is cut off, the rest would be drawn as paper. */
function isWhole(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  switch (pictureMediaType(bytes)) {
    case "image/png":
      return file.includes("IEND", 8, "latin1");
    case "image/jpeg":
      return file.includes(Buffer.from([0xff, 0xd9]), 2);
    case "image/webp":
      return file.readUInt32LE(4) + 8 <= bytes.length;
    default:
      return false;
  }
}

async function pdfPages(bytes: Uint8Array): Promise<PagePictures> {
  const { getDocument, VerbosityLevel } = await openLibrary();
  const library = libraryFolder();
  const task = getDocument({
    data: new Uint8Array(bytes),
    ...libraryOptions(),
    wasmUrl: `${library}wasm/`,
    iccUrl: `${library}iccs/`,
    verbosity: VerbosityLevel.ERRORS,
  });
  const document = await task.promise.catch((error: unknown) => {
    throw new ReadingFailed(isPassword(error) ? "ENCRYPTED" : "DAMAGED");
  });
  if (document.numPages > READING_LIMITS.pages) throw new ReadingFailed("TOO_MANY_PAGES");
  return {
    count: document.numPages,
    draw: async (page) => await drawnPage(document, page),
    close: async () => await task.destroy(),
  };
}

async function drawnPage(document: PDFDocumentProxy, number: number): Promise<Canvas> {
  const page = await document.getPage(number).catch(() => {
    throw new ReadingFailed("DAMAGED");
  });
  const size = page.getViewport({ scale: 1 });
  const scale = Math.min(PDF_DPI / PDF_POINTS, Math.sqrt(MOST_PIXELS / (size.width * size.height)));
  const viewport = page.getViewport({ scale });
  const canvas = paper(viewport.width, viewport.height);
  // The library draws on any canvas; its types know the browser's only.
  const target = canvas as unknown as HTMLCanvasElement;
  await page.render({ canvas: target, viewport }).promise;
  page.cleanup();
  return canvas;
}

/** A canvas that is white all over, in whole pixels. */
function paper(width: number, height: number): Canvas {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)));
  const context = canvas.getContext("2d");
  context.fillStyle = "white";
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The same page, turned back by `degrees` around its middle. */
export function straightened(canvas: Canvas, degrees: number): Canvas {
  if (degrees === 0) return canvas;
  const straight = paper(canvas.width, canvas.height);
  const context = straight.getContext("2d");
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((-degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  return straight;
}

/** In pixels: enough to tell 3 from 8 in small print, and a tenth of the bytes. */
const SHOWN_WIDTH = 1600;
const SHOWN_QUALITY = 70;

/** The page as it is kept to be looked at: a WebP no wider than needed. */
export async function shownPicture(
  canvas: Canvas,
): Promise<{ picture: Uint8Array; width: number; height: number }> {
  const scale = Math.min(1, SHOWN_WIDTH / canvas.width);
  const small = paper(canvas.width * scale, canvas.height * scale);
  small.getContext("2d").drawImage(canvas, 0, 0, small.width, small.height);
  const { width, height } = small;
  return { picture: await small.encode("webp", SHOWN_QUALITY), width, height };
}
