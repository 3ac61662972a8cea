import type { Paragraph } from "./paragraphs.ts";
import type { Line } from "./run.ts";

/** Fewer turned lines under one another are a label, a stamp or the edge of a picture. */
const FEWEST_LINES = 3;
/** From line to line, in sizes. */
const NEAR = 3;

/** Whether turned text is one to be read, such as a table that lies on its side. `lines` are in reading order. */
export function isTextOfItsOwn(lines: readonly Line[]): boolean {
  let near = 1;
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    const step = before ? line.y - before.y : 0;
    near = before && step > 0 && step <= Math.max(line.size, before.size) * NEAR ? near + 1 : 1;
    if (near >= FEWEST_LINES) return true;
  }
  return false;
}

/** Paragraphs that stand beside the main text, to be read together; `top` is where the first of them begins. */
export interface AsideParagraphs {
  page: number;
  top: number;
  paragraphs: Paragraph[];
}

/** The paragraphs of the main text with those beside it: each before the first of its page that begins below it. */
export function withAsides(main: readonly Paragraph[], asides: readonly AsideParagraphs[]): Paragraph[] {
  const waiting = [...asides].sort((one, other) => one.page - other.page || one.top - other.top);
  const all: Paragraph[] = [];
  let at = 0;
  for (const paragraph of main) {
    const { page = 0, top = 0 } = paragraph.lines[0] ?? {};
    for (; at < waiting.length; at += 1) {
      const aside = waiting[at];
      if (!aside || aside.page > page || (aside.page === page && aside.top > top)) break;
      for (const one of aside.paragraphs) all.push(one);
    }
    all.push(paragraph);
  }
  return [...all, ...waiting.slice(at).flatMap(({ paragraphs }) => paragraphs)];
}
