import { linesIn } from "./columns.ts";
import { countingWithPages, loneNumber, saysPageNumber } from "./page-numbers.ts";
import type { PageSegments, Segment } from "./run.ts";

/** The share of a page's height, above and below, in which running lines stand. */
const MARGIN = 0.14;
/** The outermost lines of a page that are looked at. */
const OUTERMOST = 3;
/** How far a running line may wander from page to page, as a share of the height. */
const SAME_PLACE = 0.012;
/** A line in which only one number counts with the pages may be a row of data on two of them, and hardly on three. */
const FEWEST_COUNTING = 3;
const NUMBER = /\d+/gu;

/**
 * Pages without the lines that only say which page of what this is: lone numbers that count the pages, and lines that
 * stand at the same place of many pages with the same words, in which at most the page's number changes. Rows that look
 * alike but for their figures are text. `removed` counts the different lines.
 */
export function withoutRunningLines<Page extends PageSegments>(
  pages: readonly Page[],
): {
  pages: Page[];
  removed: number;
} {
  const lines = pages.flatMap(outermost);
  const least = Math.max(2, Math.ceil(new Set(pages.map(({ page }) => page)).size * 0.4));
  const isOnePage = pages.every(({ page }) => page === 1);
  const running = new Set(
    lines.filter(({ text, number }) => saysPageNumber(text) || (isOnePage && number === 1)),
  );
  for (const same of alike(lines, ({ text }) => text)) if (pagesOf(same) >= least) addAll(running, same);
  for (const similar of alike(lines, ({ pattern }) => pattern)) {
    const counting = countingLines(similar);
    const [first] = similar;
    const hasWords = /\p{L}{2}/u.test(first?.pattern ?? "");
    if (first?.number !== null || (hasWords && pagesOf(counting) >= Math.max(least, FEWEST_COUNTING)))
      addAll(running, counting);
  }
  const gone = new Set([...running].flatMap(({ line }) => line));
  return {
    pages: pages.map((page) => ({
      ...page,
      segments: page.segments.filter((segment) => !gone.has(segment)),
    })),
    removed: new Set([...running].map(({ pattern, place }) => `${pattern} ${Math.round(place * 10)}`)).size,
  };
}

interface OuterLine {
  line: Segment[];
  page: number;
  /** How far down the page, as a share of its height. */
  place: number;
  /** Without white space, its digits in ASCII. */
  text: string;
  /** The same for lines that differ only in their numbers. */
  pattern: string;
  /** What it is when it is nothing but a number, perhaps with dashes around it. */
  number: number | null;
}

function outermost({ segments, height, page }: PageSegments): OuterLine[] {
  const lines = linesIn(segments);
  const place = (line: Segment[]) => (line[0]?.y ?? 0) / (height || 1);
  return [
    ...lines.slice(0, OUTERMOST).filter((line) => place(line) < MARGIN),
    ...lines.slice(-OUTERMOST).filter((line) => place(line) > 1 - MARGIN),
  ].map((line) => {
    const runs = line.flatMap((segment) => segment.runs);
    const written = runs.map((run) => run.text).join("");
    const text = written.normalize("NFKC").replace(/\s+/gu, "");
    const number = loneNumber(text);
    return {
      line,
      page,
      place: place(line),
      text,
      pattern: number === null ? text.replace(NUMBER, "0") : "0",
      number,
    };
  });
}

/** Lines that are the same by `key`, at about the same place of their pages. */
function alike(lines: readonly OuterLine[], key: (line: OuterLine) => string): OuterLine[][] {
  const groups = new Map<string, OuterLine[]>();
  for (const line of lines) {
    const group = groups.get(key(line));
    if (group) group.push(line);
    else groups.set(key(line), [line]);
  }
  return [...groups.values()].flatMap(atOnePlace);
}

function atOnePlace(lines: readonly OuterLine[]): OuterLine[][] {
  const groups: OuterLine[][] = [];
  for (const line of [...lines].sort((one, other) => one.place - other.place)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && line.place - before.place <= SAME_PLACE) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Those of some lines of one pattern in which one number counts with the pages, all others being the same. */
function countingLines(lines: readonly OuterLine[]): OuterLine[] {
  const numbers = lines.map(({ text, number }) =>
    number === null ? (text.match(NUMBER) ?? []).map(Number) : [number],
  );
  const changing = (numbers[0] ?? []).flatMap((first, at) =>
    numbers.some((those) => those[at] !== first) ? [at] : [],
  );
  const [at] = changing;
  if (at === undefined || changing.length > 1) return [];
  const counted = lines.map((line, index) => ({ line, page: line.page, value: numbers[index]?.[at] ?? 0 }));
  return countingWithPages(counted).map(({ line }) => line);
}

const pagesOf = (lines: readonly OuterLine[]): number => new Set(lines.map(({ page }) => page)).size;

function addAll<Of>(set: Set<Of>, more: readonly Of[]): void {
  for (const one of more) set.add(one);
}
