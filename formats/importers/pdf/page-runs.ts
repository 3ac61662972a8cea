import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { RefusedImport } from "../refused-import.ts";
import type { PageText, Run } from "./run.ts";

/** More pieces of text than this on one page is a drawing, or made to take time. */
const MOST_RUNS = 200_000;

interface Drawn {
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
}

/** The text of a page in each way of writing that is on it, the one with the most text last: the others are asides. */
export async function pageTexts(page: PDFPageProxy): Promise<PageText[]> {
  const { items, styles } = await page.getTextContent();
  if (items.length > MOST_RUNS) throw new RefusedImport("TOO_HARD");
  const viewport = page.getViewport({ scale: 1 });
  const shown = viewport.transform;
  const drawn: Drawn[] = [];
  let hasSpaceBefore = false;
  for (const item of items) {
    if (!("str" in item)) continue;
    const text = readable(item.str);
    if (text.trim() === "") {
      hasSpaceBefore ||= item.str !== "" || item.hasEOL;
      continue;
    }
    const matrix = product(shown, item.transform);
    const isVertical = styles[item.fontName]?.vertical === true;
    const size = Math.hypot(matrix[2], matrix[3]);
    if (!matrix.every(Number.isFinite) || size <= 0) continue;
    drawn.push({
      text,
      x: matrix[4],
      y: matrix[5],
      length: Math.abs(isVertical ? item.height : item.width) || size,
      size,
      turns: turnsOf(matrix),
      isVertical,
      font: item.fontName,
      hasSpaceBefore,
    });
    hasSpaceBefore = false;
  }
  return arranged(withoutDoubles(drawn), viewport.width, viewport.height);
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
const SPACE_OF_TYPESETTER =
  /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]) (?=[\p{Script=Latin}\d])|(?<=[\p{Script=Latin}\d]) (?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu;

function readable(text: string): string {
  return text
    .replace(NO_TEXT, "\ufffd")
    .replace(/[\s\u0085]+/gu, (space) => (space.includes("\u3000") ? "\u3000" : " "))
    .replace(SPACE_OF_TYPESETTER, "")
    .replace(DISGUISED, (character) => character.normalize("NFKC"));
}

/** Text drawn twice, a little apart, to look bold is read once. */
function withoutDoubles(drawn: readonly Drawn[]): Drawn[] {
  const seen = new Map<string, Drawn[]>();
  return drawn.filter((one) => {
    const key = `${one.text} ${Math.round(one.y / one.size)}`;
    const others = seen.get(key) ?? [];
    seen.set(key, others);
    // Enough to find a double among neighbours; a page of equal words must not cost their square.
    const isDouble = others
      .slice(-8)
      .some(({ x, y }) => Math.abs(x - one.x) < one.size * 0.15 && Math.abs(y - one.y) < one.size * 0.15);
    if (!isDouble) others.push(one);
    return !isDouble;
  });
}

function arranged(drawn: readonly Drawn[], width: number, height: number): PageText[] {
  const vertical = drawn.filter((one) => one.isVertical && one.turns === 0);
  const verticalLetters = lettersIn(vertical);
  const flat = ([0, 1, 2, 3] as const).map((turns) =>
    drawn.filter((one) => !one.isVertical && one.turns === turns),
  );
  const main = flat.reduce((best, next) => (lettersIn(next) > lettersIn(best) ? next : best), []);
  const horizontal = main.map((one) => turned(one, width, height));
  const isTurned = main[0]?.turns === 1 || main[0]?.turns === 3;
  const across = { width: isTurned ? height : width, height: isTurned ? width : height, runs: horizontal };
  if (vertical.length === 0) return [across];
  // Numbers and short words stand upright in vertical lines; each takes the place of one letter.
  const isUpright = ({ length, size }: Drawn) => length <= size * 1.7;
  const upright = verticalLetters > lettersIn(main) ? main.filter(isUpright) : [];
  const down = {
    width: height,
    height: width,
    runs: [...vertical.map((one) => downward(one, width)), ...upright.map((one) => uprightIn(one, width))],
  };
  const rest = main.filter((one) => !upright.includes(one)).map((one) => turned(one, width, height));
  const beside = { ...across, runs: rest };
  return verticalLetters > lettersIn(main) ? [beside, down] : [down, beside];
}

const lettersIn = (drawn: readonly Drawn[]): number => drawn.reduce((sum, { text }) => sum + text.length, 0);

/** A run of turned text on the page as it would be read. */
function turned(
  { text, x, y, length, size, turns, font, hasSpaceBefore }: Drawn,
  width: number,
  height: number,
): Run {
  const [along, across] = (
    { 0: [x, y], 1: [y, width - x], 2: [width - x, height - y], 3: [height - y, x] } as const
  )[turns ?? 0];
  return { text, x0: along, x1: along + length, y: across, size, font, hasSpaceBefore };
}

/** How far below the middle of a letter its baseline lies, in sizes. */
const BASELINE = 0.38;

function downward({ text, x, y, length, size, font, hasSpaceBefore }: Drawn, width: number): Run {
  return { text, x0: y, x1: y + length, y: width - x + size * BASELINE, size, font, hasSpaceBefore };
}

function uprightIn({ text, x, y, length, size, font }: Drawn, width: number): Run {
  const top = y - size * 0.88;
  const middle = x + length / 2;
  return {
    text,
    x0: top,
    x1: top + size,
    y: width - middle + size * BASELINE,
    size,
    font,
    hasSpaceBefore: false,
  };
}
