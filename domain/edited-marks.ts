import type { BlockMark } from "./block.ts";
import { graphemeBoundaries } from "./grapheme.ts";

/** Marks over a text that begins `by` code points later in its block. */
export const shifted = (marks: readonly BlockMark[], by: number): BlockMark[] =>
  by === 0 ? [...marks] : marks.map((mark) => ({ ...mark, start: mark.start + by, end: mark.end + by }));

/** Whether a text can't be cut at `at` without taking a mark apart that is one: a reading, a reference. */
export const holdsTogether = (marks: readonly BlockMark[], at: number): boolean =>
  marks.some(({ type, start, end }) => (type === "ruby" || type === "note") && start < at && at < end);

/** A part of a block's text, in code points of the whole: white space between `least` and `from`, `to` and `most` was trimmed. */
export interface Stretch {
  from: number;
  to: number;
  least: number;
  most: number;
  /** The part itself. */
  text: string;
}

/**
 * The marks of a stretch, counted from its beginning. What reaches over its edge is cut there. Struck words that stood by
 * trimmed white space go to the character next to it, because they are nowhere else.
 */
export function marksWithin(
  marks: readonly BlockMark[],
  { from, to, least, most, text }: Stretch,
): BlockMark[] {
  return marks.flatMap((mark): BlockMark[] => {
    const start = Math.max(mark.start, from) - from;
    const end = Math.min(mark.end, to) - from;
    if (start < end) return [{ ...mark, start, end }];
    if (mark.type !== "struck") return [];
    if (mark.start >= least && mark.end <= from)
      return [{ ...mark, start: 0, end: firstGrapheme(text), side: "before" }];
    if (mark.start >= to && mark.end <= most)
      return [{ ...mark, start: to - from - lastGrapheme(text), end: to - from, side: "after" }];
    return [];
  });
}

/** Longer than any character that people write, in UTF-16 units. */
const LONGEST_CHARACTER = 200;

const firstGrapheme = (text: string): number => graphemeBoundaries(text.slice(0, LONGEST_CHARACTER))[1] ?? 1;

function lastGrapheme(text: string): number {
  const [last = 0, before = 0] = graphemeBoundaries(text.slice(-LONGEST_CHARACTER)).reverse();
  return Math.max(1, last - before);
}

/** `marks` without what is `unsure` between `start` and `end`; null where nothing was. A mark that reaches further is cut. */
export function withoutUnsure(marks: readonly BlockMark[], start: number, end: number): BlockMark[] | null {
  let found = false;
  const left = marks.flatMap((mark): BlockMark[] => {
    if (mark.type !== "unsure" || mark.end <= start || mark.start >= end) return [mark];
    found = true;
    const before = mark.start < start ? [{ ...mark, end: start }] : [];
    const behind = mark.end > end ? [{ ...mark, start: end }] : [];
    return [...before, ...behind];
  });
  return found ? left : null;
}

/**
 * `marks` after the characters from `start` to `end` became `length` others. A mark over all of them reaches over the new
 * ones; null where one begins or ends inside, or would have nothing left.
 */
export function afterCorrection(
  marks: readonly BlockMark[],
  { start, end, length }: { start: number; end: number; length: number },
): BlockMark[] | null {
  const by = length - (end - start);
  const moved: BlockMark[] = [];
  for (const mark of marks) {
    if (mark.end <= start) moved.push(mark);
    else if (mark.start >= end) moved.push({ ...mark, start: mark.start + by, end: mark.end + by });
    else if (mark.start <= start && mark.end >= end && mark.end + by > mark.start)
      moved.push({ ...mark, end: mark.end + by });
    else return null;
  }
  return moved;
}
