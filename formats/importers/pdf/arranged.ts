import type { Drawn, DrawnPage } from "./drawn.ts";
import type { PageText, Run } from "./run.ts";

/** The text of a page in each way of writing that is on it, the one with the most text last: the others are asides. */
export function arranged({ drawn, width, height }: DrawnPage): PageText[] {
  return waysOf(withoutDoubles(drawn), width, height);
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

function waysOf(drawn: readonly Drawn[], width: number, height: number): PageText[] {
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
    runs: [
      ...vertical.map((one) => downward(one, width, height)),
      ...upright.map((one) => uprightIn(one, width, height)),
    ],
  };
  const rest = main.filter((one) => !upright.includes(one)).map((one) => turned(one, width, height));
  const beside = { ...across, runs: rest };
  return verticalLetters > lettersIn(main) ? [beside, down] : [down, beside];
}

const lettersIn = (drawn: readonly Drawn[]): number => drawn.reduce((sum, { text }) => sum + text.length, 0);

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
