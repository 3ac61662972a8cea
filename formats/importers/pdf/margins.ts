import { linesIn } from "./columns.ts";
import type { PageSegments, Segment } from "./run.ts";

/** The share of a page's height, above and below, in which running lines stand. */
const MARGIN = 0.14;
/** The outermost lines of a page that are looked at. */
const OUTERMOST = 3;
const PAGE_NUMBER =
  /^[\s\-–—―~〜・|/[\](（)）]*(?:p(?:age|\.)?\s*)?(?:\d{1,4}|[ivxl]{1,6}|[０-９]{1,4})(?:\s*(?:[/／]|of|ページ|頁)\s*\d{0,4})?[\s\-–—―~〜・|/[\](（)）]*$/iu;

/**
 * Pages without the lines that only say which page of what this is: numbers in the margin, and lines that stand in the
 * same margin of most pages, whatever numbers are in them. `removed` counts the different ones.
 */
export function withoutRunningLines(pages: readonly PageSegments[]): {
  pages: PageSegments[];
  removed: number;
} {
  const outer = pages.map(outermost);
  const counts = new Map<string, number>();
  for (const lines of outer)
    for (const key of new Set(lines.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, Math.ceil(pages.length * 0.4));
  const gone = new Set<string>();
  const left = pages.map((page, index): PageSegments => {
    const running = (outer[index] ?? []).filter(
      ({ key, text }) => (counts.get(key) ?? 0) >= least || PAGE_NUMBER.test(text),
    );
    for (const { key } of running) gone.add(key);
    const removed = new Set(running.flatMap(({ line }) => line));
    return { ...page, segments: page.segments.filter((segment) => !removed.has(segment)) };
  });
  return { pages: left, removed: gone.size };
}

interface OuterLine {
  line: Segment[];
  text: string;
  /** The same for lines that differ only in their numbers, in the same margin. */
  key: string;
}

function outermost({ segments, height }: PageSegments): OuterLine[] {
  const lines = linesIn(segments);
  const y = (line: Segment[]) => line[0]?.y ?? 0;
  return [
    ...lines.slice(0, OUTERMOST).filter((line) => y(line) < height * MARGIN),
    ...lines.slice(-OUTERMOST).filter((line) => y(line) > height * (1 - MARGIN)),
  ].map((line) => {
    const runs = line.flatMap((segment) => segment.runs);
    const text = runs
      .map((run) => run.text)
      .join("")
      .trim();
    const bare = text.replace(/[\d０-９]+/gu, "0").replace(/\s+/gu, "");
    return { line, text, key: `${Math.round((y(line) / height) * 50)} ${bare}` };
  });
}
