import { median } from "../median.ts";
import type { Drawn, DrawnPage } from "./drawn.ts";
import { letterColumns } from "./letter-columns.ts";
import type { PageText, Run } from "./run.ts";

/** A page's text by the way it is written. */
export interface ArrangedPage {
  page: number;
  /** The way that most of it is written in. */
  main: PageText;
  /** What is written in other ways beside it: headings across vertical text, turned tables, labels. */
  asides: Aside[];
  /** What stands at an angle. */
  askew: Drawn[];
}

export interface Aside extends PageText {
  /** Whether one has to turn the page to read it. */
  isTurned: boolean;
}

const QUARTERS = [0, 1, 2, 3] as const;

/** The text of a page in each way of writing that is on it. */
export function arranged({ page, drawn, width, height }: DrawnPage): ArrangedPage {
  const { down, rest } = letterColumns(withoutDoubles(drawn));
  const vertical = [...rest.filter(({ isVertical, turns }) => isVertical && turns === 0), ...down];
  const flat = QUARTERS.map((turns) => rest.filter((one) => !one.isVertical && one.turns === turns));
  const isDown = flat.every((one) => lettersIn(one) < lettersIn(vertical));
  const within = isDown ? withinColumns(vertical) : () => false;
  const upright = new Set((flat[0] ?? []).filter((one) => isShort(one) && within(middleOf(one), one)));
  const sideways = new Set((flat[1] ?? []).filter((one) => within(one.x + one.size * BASELINE, one)));
  const texts: (Aside & { isDown: boolean })[] = QUARTERS.map((turns) => {
    const runs = (flat[turns] ?? [])
      .filter((one) => !upright.has(one) && !sideways.has(one))
      .map((one) => turned(one, width, height));
    const isOnSide = turns % 2 === 1;
    const size = { width: isOnSide ? height : width, height: isOnSide ? width : height };
    return { ...size, runs, isTurned: turns !== 0, isDown: false };
  });
  const runsDown = [
    ...vertical.map((one) => downward(one, width, height)),
    ...[...upright].map((one) => uprightIn(one, width, height)),
    ...[...sideways].map((one) => downward({ ...one, x: one.x + one.size * BASELINE }, width, height)),
  ];
  texts.push({ width: height, height: width, runs: runsDown, isTurned: false, isDown: true });
  const main = texts.reduce((best, next) => (lettersIn(next.runs) > lettersIn(best.runs) ? next : best));
  return {
    page,
    main,
    asides: texts.filter((text) => text !== main && text.runs.length > 0),
    askew: rest.filter(({ turns, isVertical }) => turns === null || (isVertical && turns !== 0)),
  };
}

/** Numbers and short words stand upright in vertical lines; each takes the place of one letter. */
const isShort = ({ length, size }: Drawn): boolean => length <= size * 1.7;
const middleOf = ({ x, length }: Drawn): number => x + length / 2;

/** Whether something stands in one of the vertical lines, or right above or below a part of one. */
function withinColumns(vertical: readonly Drawn[]): (middle: number, one: Drawn) => boolean {
  const size = median(vertical.map((one) => one.size)) || 1;
  const columns = new Map<number, Stretch[]>();
  for (const { x, y, length } of [...vertical].sort((one, other) => one.y - other.y)) {
    const column = columns.get(Math.round(x / size)) ?? [];
    columns.set(Math.round(x / size), column);
    const row = Math.round(y / size);
    const last = column.at(-1);
    const to = row + Math.floor(length / size) + 1;
    if (last && row - 1 <= last.to) last.to = Math.max(last.to, to);
    else column.push({ from: row - 1, to });
  }
  return (middle, { y }) => {
    const row = Math.round(y / size);
    return [-1, 0, 1].some((aside) => {
      const at = Math.round(middle / size) + aside;
      return Math.abs(middle / size - at) < 1 && isWithin(columns.get(at) ?? [], row);
    });
  };
}

/** Rows of letters, both inclusive. */
interface Stretch {
  from: number;
  to: number;
}

/** Whether a row lies in one of some stretches, which ascend and do not overlap. */
function isWithin(stretches: readonly Stretch[], row: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.to ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return (stretches[low]?.from ?? Number.POSITIVE_INFINITY) <= row;
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

const lettersIn = (drawn: readonly { text: string }[]): number =>
  drawn.reduce((sum, { text }) => sum + text.length, 0);

/** A run of turned text on the page as it would be read. */
function turned(
  { text, x, y, length, size, turns, font, hasSpaceBefore, order }: Drawn,
  width: number,
  height: number,
): Run {
  const top = turns === 0 ? y - size : turns === 3 ? y - length : y;
  const [along, across] = (
    { 0: [x, y], 1: [y, width - x], 2: [width - x, height - y], 3: [height - y, x] } as const
  )[turns ?? 0];
  return {
    text,
    x0: along,
    x1: along + length,
    y: across,
    size,
    font,
    hasSpaceBefore,
    order,
    top: share(top, height),
  };
}

/** How far below the middle of a letter its baseline lies, in sizes. */
const BASELINE = 0.38;

function downward(
  { text, x, y, length, size, font, hasSpaceBefore, order }: Drawn,
  width: number,
  height: number,
): Run {
  return {
    text,
    x0: y,
    x1: y + length,
    y: width - x + size * BASELINE,
    size,
    font,
    hasSpaceBefore,
    order,
    top: share(y, height),
  };
}

const share = (part: number, whole: number): number => Math.min(1, Math.max(0, part / (whole || 1)));

function uprightIn({ text, x, y, length, size, font, order }: Drawn, width: number, height: number): Run {
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
    order,
    top: share(top, height),
  };
}
