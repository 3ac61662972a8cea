import { type InkPicture, inkAlong, type PixelBox } from "./bitmap.ts";
import { letterSize } from "./letter-size.ts";
import { laidAcross, laidDown, reduced, withoutRules } from "./reduce.ts";

/** The longer side of the picture in which columns are looked for, in pixels. */
const LOOKED_AT = 1600;
/** All in letters. A rule is longer than any stroke; a gap between columns is wider than one between words. */
const LONGEST_STROKE = 6;
const GUTTER = 1.5;
/** What is narrower holds labels or numbers, not running text. */
const NARROWEST_COLUMN = 8;
/** Fewer lines side by side are rows of a table or a label with what it names. */
const LOWEST_COLUMNS = 5;
/** How much of its column a line of running text fills, on average; cells of tables fill less. */
const LEAST_FILL = 0.7;
const DEEPEST = 3;
const MARGIN = 0.5;

interface Gutter {
  from: number;
  to: number;
}

/**
 * The parts of a page whose lines follow each other, in reading order: its columns, and what goes over all of them.
 * Where no columns are sure, lines are read over the whole width, so that a row of a table stays one line.
 */
export function regionsOf(picture: InkPicture, direction: "across" | "down"): PixelBox[] {
  const factor = Math.max(1, Math.ceil(Math.max(picture.width, picture.height) / LOOKED_AT));
  const small = reduced(picture, factor);
  const letter = letterSize(small);
  if (letter === 0) return [];
  const bare = withoutRules(small, letter * LONGEST_STROKE);
  const page = direction === "down" ? laidAcross(bare) : bare;
  const whole = { left: 0, top: 0, right: page.width, bottom: page.height };
  const margin = Math.ceil(letter * MARGIN);
  return partsOf(page, whole, letter, 0).map((part) => {
    const box = direction === "down" ? laidDown(part, bare.width) : part;
    return {
      left: Math.max(0, box.left - margin) * factor,
      top: Math.max(0, box.top - margin) * factor,
      right: Math.min(picture.width, (box.right + margin) * factor),
      bottom: Math.min(picture.height, (box.bottom + margin) * factor),
    };
  });
}

function partsOf(page: InkPicture, within: PixelBox, letter: number, depth: number): PixelBox[] {
  const bands = bandsOf(page, within);
  const parts: PixelBox[] = [];
  let plain: PixelBox[] = [];
  const close = () => {
    const [first] = plain;
    const part = first && trimmed(page, { ...first, bottom: plain.at(-1)?.bottom ?? first.bottom });
    if (part) parts.push(part);
    plain = [];
  };
  for (let at = 0; at < bands.length; ) {
    const columns = depth < DEEPEST ? columnsFrom(page, bands, at, letter) : null;
    const band = bands[at];
    if (columns) {
      close();
      for (const column of columns.boxes) parts.push(...partsOf(page, column, letter, depth + 1));
      at += columns.bands;
    } else if (band) {
      plain.push(band);
      at += 1;
    }
  }
  close();
  return parts;
}

/** Stretches of rows that have ink: lines where there is one column, and whatever stands beside each other. */
function bandsOf(page: InkPicture, within: PixelBox): PixelBox[] {
  const rows = inkAlong(page, within, "rows");
  return runsOf(rows, (ink) => ink > 0).map(({ from, to }) => ({
    ...within,
    top: within.top + from,
    bottom: within.top + to,
  }));
}

/** The columns that begin with the band `at`, and over how many bands they go; null where none do. */
function columnsFrom(
  page: InkPicture,
  bands: readonly PixelBox[],
  at: number,
  letter: number,
): { boxes: PixelBox[]; bands: number } | null {
  const first = bands[at];
  if (!first) return null;
  let ink = inkAlong(page, first, "columns");
  let gutters = guttersIn(ink, letter);
  if (gutters.length === 0) return null;
  let count = 1;
  for (const band of bands.slice(at + 1)) {
    const more = inkAlong(page, band, "columns");
    const together = ink.map((sum, x) => sum + (more[x] ?? 0));
    const left = guttersIn(together, letter);
    if (left.length === 0) break;
    ink = together;
    gutters = left;
    count += 1;
  }
  const last = bands[at + count - 1] ?? first;
  const box = { ...first, bottom: last.bottom };
  if (box.bottom - box.top < LOWEST_COLUMNS * letter) return null;
  const edges = [
    box.left,
    ...gutters.map(({ from, to }) => box.left + Math.round((from + to) / 2)),
    box.right,
  ];
  const boxes = edges
    .slice(1)
    .map((right, index) => ({ ...box, left: edges[index] ?? box.left, right }))
    .flatMap((column) => trimmed(page, column) ?? []);
  return boxes.length > 1 && boxes.every((column) => isColumn(page, column, letter))
    ? { boxes, bands: count }
    : null;
}

/** Gaps that are wide enough, with ink on both sides. */
function guttersIn(ink: readonly number[], letter: number): Gutter[] {
  const gaps = runsOf(ink, (sum) => sum === 0);
  return gaps.filter(({ from, to }) => from > 0 && to < ink.length && to - from >= letter * GUTTER);
}

function isColumn(page: InkPicture, column: PixelBox, letter: number): boolean {
  const width = column.right - column.left;
  if (width < NARROWEST_COLUMN * letter) return false;
  const lines = bandsOf(page, column);
  const fills = lines.flatMap((line) => {
    const box = trimmed(page, line);
    return box ? [(box.right - box.left) / width] : [];
  });
  return fills.reduce((sum, fill) => sum + fill, 0) >= fills.length * LEAST_FILL;
}

/** A box without the paper around its ink; null where there is none. */
function trimmed(page: InkPicture, box: PixelBox): PixelBox | null {
  const rows = inkAlong(page, box, "rows");
  const columns = inkAlong(page, box, "columns");
  const isInk = (sum: number) => sum > 0;
  const [top, left] = [rows.findIndex(isInk), columns.findIndex(isInk)];
  if (top < 0) return null;
  return {
    left: box.left + left,
    top: box.top + top,
    right: box.left + columns.findLastIndex(isInk) + 1,
    bottom: box.top + rows.findLastIndex(isInk) + 1,
  };
}

function runsOf(sums: readonly number[], is: (sum: number) => boolean): Gutter[] {
  const runs: Gutter[] = [];
  let from = -1;
  for (let at = 0; at <= sums.length; at += 1) {
    const isOne = at < sums.length && is(sums[at] ?? 0);
    if (isOne && from < 0) from = at;
    if (!isOne && from >= 0) {
      runs.push({ from, to: at });
      from = -1;
    }
  }
  return runs;
}
