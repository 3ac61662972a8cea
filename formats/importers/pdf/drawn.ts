import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { JAPANESE_LETTERS } from "../japanese-letters.ts";
import { median } from "../median.ts";
import { RefusedImport } from "../refused-import.ts";
import { type Annotation, type Box, drawnValue, freeTextOf, shownValue } from "./form-values.ts";

/** More pieces of text than this on one page is a drawing, or made to take time. */
const MOST_RUNS = 200_000;

/** A piece of text as a page draws it, before it is known which way the page is read. */
export interface Drawn {
  text: string;
  /** Where it begins on the page as it is shown, in points from its upper left. */
  x: number;
  y: number;
  /** How far it reaches along its line. */
  length: number;
  size: number;
  /** Clockwise quarter turns of the direction it is written in; null for anything between. */
  turns: 0 | 1 | 2 | 3 | null;
  isVertical: boolean;
  font: string;
  hasSpaceBefore: boolean;
  /** How many pieces the page drew before it. */
  order: number;
}

/** All that a page draws as text. Pages count from 1; width and height are in points, as the page is shown. */
export interface DrawnPage {
  page: number;
  width: number;
  height: number;
  drawn: Drawn[];
  /** Remarks that were written onto the page. */
  remarks: string[];
}

/**
 * What a page draws, and the values of its form fields where it shows them; at most so many letters of text.
 *
 * @throws RefusedImport TOO_HARD
 */
export async function drawnPage(page: PDFPageProxy, mostLetters: number): Promise<DrawnPage> {
  const { items, styles } = await contentOf(page, mostLetters);
  const viewport = page.getViewport({ scale: 1 });
  const shown = viewport.transform;
  const drawn: Drawn[] = [];
  let hasSpaceBefore = false;
  for (const item of items) {
    if (!("str" in item)) continue;
    const written = readable(item.str);
    if (written.trim() === "") {
      hasSpaceBefore ||= item.str !== "" || item.hasEOL;
      continue;
    }
    const matrix = product(shown, item.transform);
    const isVertical = styles[item.fontName]?.vertical === true;
    const size = Math.hypot(matrix[2], matrix[3]);
    if (!matrix.every(Number.isFinite) || size <= 0) continue;
    const length = Math.abs(isVertical ? item.height : item.width) || size;
    drawn.push({
      text: withoutLetterSpacing(written, length / size),
      x: matrix[4],
      y: matrix[5],
      length,
      size,
      turns: turnsOf(matrix),
      isVertical,
      font: item.fontName,
      hasSpaceBefore,
      order: drawn.length,
    });
    hasSpaceBefore = false;
  }
  const annotations: Annotation[] = await page.getAnnotations({ intent: "display" });
  for (const value of valuesOn(annotations, shown, drawn)) drawn.push(value);
  const remarks = annotations.map(freeTextOf).filter((text) => text !== "");
  return { page: page.pageNumber, width: viewport.width, height: viewport.height, drawn, remarks };
}

type TextContent = Awaited<ReturnType<PDFPageProxy["getTextContent"]>>;

/** What the library reads of a page, given up as soon as it is more than a page of text has. */
async function contentOf(page: PDFPageProxy, mostLetters: number): Promise<TextContent> {
  const content: TextContent = { items: [], styles: {}, lang: null };
  const parts: ReadableStream<TextContent> = page.streamTextContent();
  let letters = 0;
  // The library waits for whoever reads; given up with its document, not by itself, which it takes for a fault of its own.
  for await (const { items, styles } of parts.values({ preventCancel: true })) {
    Object.assign(content.styles, styles);
    for (const item of items) {
      content.items.push(item);
      if ("str" in item) letters += item.str.length;
    }
    if (content.items.length > MOST_RUNS || letters > mostLetters) throw new RefusedImport("TOO_HARD");
  }
  return content;
}

/** Values of form fields in their places, but for those that the page draws itself. */
function valuesOn(
  annotations: readonly Annotation[],
  shown: readonly number[],
  drawn: readonly Drawn[],
): Drawn[] {
  const values: Drawn[] = [];
  const textIn = textsIn(drawn);
  const usual = median(drawn.map(({ size }) => size));
  for (const annotation of annotations) {
    const value = annotation.subtype === "Widget" ? shownValue(annotation) : "";
    const box = value === "" ? null : boxOf(annotation.rect, shown);
    if (!box) continue;
    if (bare(textIn(box)).includes(bare(value))) continue;
    const { fontSize } = Object(annotation.defaultAppearanceData) as { fontSize?: unknown };
    const stated = typeof fontSize === "number" ? fontSize : 0;
    for (const line of drawnValue(value, box, { stated, usual }, drawn.length + values.length))
      values.push(line);
    if (drawn.length + values.length > MOST_RUNS) throw new RefusedImport("TOO_HARD");
  }
  return values;
}

/** More pieces than this on the lines of one form field are no value of it. */
const MOST_IN_FIELD = 500;

/** Tells what was drawn into a box, in the order of its lines. */
function textsIn(drawn: readonly Drawn[]): (box: Box) => string {
  const sorted = [...drawn].sort((one, other) => one.y - other.y || one.order - other.order);
  return ({ left, top, width, height }) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((sorted[middle]?.y ?? 0) < top) low = middle + 1;
      else high = middle;
    }
    return sorted
      .slice(low, low + MOST_IN_FIELD)
      .filter(({ x, y }) => y <= top + height && x >= left - 1 && x <= left + width)
      .map(({ text }) => text)
      .join("");
  };
}

const bare = (text: string): string => text.replace(/\s+/gu, "");

function boxOf(rect: unknown, shown: readonly number[]): Box | null {
  const [left, bottom, right, top] = Array.isArray(rect) ? rect.map(Number) : [];
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return null;
  const [, , , , x0, y0] = product(shown, [1, 0, 0, 1, left, bottom]);
  const [, , , , x1, y1] = product(shown, [1, 0, 0, 1, right, top]);
  if (![x0, y0, x1, y1].every(Number.isFinite)) return null;
  return {
    left: Math.min(x0, x1),
    top: Math.min(y0, y1),
    width: Math.abs(x1 - x0),
    height: Math.abs(y1 - y0),
  };
}

const LETTER_SPACED = new RegExp(`^[${JAPANESE_LETTERS}ー](?: [${JAPANESE_LETTERS}ー])+$`, "u");
/** From letter to letter, in sizes: further than this somebody wanted them apart. */
const LETTER_SPACING = 1.25;

/** Japanese set a little apart, in whose gaps the reader of the file saw spaces. `length` is in sizes. */
function withoutLetterSpacing(text: string, length: number): string {
  if (!LETTER_SPACED.test(text)) return text;
  const letters = text.replaceAll(" ", "");
  return (length - 1) / ([...letters].length - 1) <= LETTER_SPACING ? letters : text;
}

type Matrix = [number, number, number, number, number, number];

function product(outer: readonly number[], inner: readonly number[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function turnsOf([a, b]: Matrix): Drawn["turns"] {
  const quarters = Math.atan2(b, a) / (Math.PI / 2);
  const whole = Math.round(quarters);
  if (Math.abs(quarters - whole) > 0.06) return null;
  return (((whole % 4) + 4) % 4) as 0 | 1 | 2 | 3;
}

/** Radicals for the characters they look like, and the forms that punctuation has in vertical writing. */
const DISGUISED = /[\u2f00-\u2fd5\ufb00-\ufb06\ufe10-\ufe19\ufe31-\ufe44]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: fonts without names for their letters give these.
const NO_TEXT = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f]/gu;

/** Typesetters put a quarter of a letter between Japanese and Latin letters, which a reader may take for a space. */
const SPACE_OF_TYPESETTER = new RegExp(
  String.raw`(?<=[${JAPANESE_LETTERS}]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d]) (?=[${JAPANESE_LETTERS}])`,
  "gu",
);

function readable(text: string): string {
  return text
    .replace(NO_TEXT, "\ufffd")
    .replace(/[\s\u0085]+/gu, (space) => (space.includes("\u3000") ? "\u3000" : " "))
    .replace(SPACE_OF_TYPESETTER, "")
    .replace(DISGUISED, (character) => character.normalize("NFKC"));
}
