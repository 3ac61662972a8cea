import type { Block } from "../block.ts";
import { graphemeBoundaries } from "../grapheme.ts";
import { type CodePoints, codePointLength, codePoints } from "../offset.ts";
import type { TextRange } from "./trim-range.ts";

/** By how much text a key press moves an edge or a caret. */
export type StepUnit = "grapheme" | "word" | "sentence";

const segmenters = {
  word: new Intl.Segmenter("ja", { granularity: "word" }),
  sentence: new Intl.Segmenter("ja", { granularity: "sentence" }),
};

/**
 * `range` with one edge moved by `by` units (negative: towards the start of the text), inside `block`.
 * The edge stops at the block's edges and one grapheme short of the other edge: a claim is never empty and never
 * crosses a block. Offsets are code points in the linear text; `range` must lie in `block`.
 */
export function moveEdge(
  block: Block,
  range: TextRange,
  edge: "start" | "end",
  by: number,
  unit: StepUnit,
): TextRange {
  return placeEdge(block, range, edge, moveOffset(block, range[edge], by, unit));
}

/** `range` with one edge at the grapheme boundary nearest to `offset`, under the same limits as `moveEdge`. */
export function placeEdge(
  block: Block,
  range: TextRange,
  edge: "start" | "end",
  offset: CodePoints,
): TextRange {
  const stops = graphemeBoundaries(block.text).map((at) => codePoints(at + block.start));
  const allowed = stops.filter((at) => (edge === "start" ? at < range.end : at > range.start));
  const placed = allowed.reduce(
    (best, at) => (Math.abs(at - offset) < Math.abs(best - offset) ? at : best),
    allowed[0] ?? range[edge],
  );
  return edge === "start" ? { start: placed, end: range.end } : { start: range.start, end: placed };
}

/** The offset `by` units away from `offset` in `block`, no further than its edges. Code points in the linear text. */
export function moveOffset(block: Block, offset: CodePoints, by: number, unit: StepUnit): CodePoints {
  const stops = stopsIn(block.text, unit).map((at) => at + block.start);
  if (by === 0) return offset;
  if (by > 0) {
    const ahead = stops.filter((at) => at > offset);
    return codePoints(ahead[Math.min(by, ahead.length) - 1] ?? block.end);
  }
  const behind = stops.filter((at) => at < offset).reverse();
  return codePoints(behind[Math.min(-by, behind.length) - 1] ?? block.start);
}

/** Where an edge may rest, in code points of `text`. White space and punctuation are no stops of their own. */
function stopsIn(text: string, unit: StepUnit): CodePoints[] {
  const graphemes = graphemeBoundaries(text);
  if (unit === "grapheme") return graphemes;
  const whole = new Set<number>(graphemes);
  const stops = [codePoints(0)];
  let at = 0;
  for (const { segment, isWordLike } of segmenters[unit].segment(text)) {
    at += codePointLength(segment);
    if (unit === "word" && isWordLike === false) continue;
    if (whole.has(at)) stops.push(codePoints(at));
  }
  const last = codePointLength(text);
  return stops.at(-1) === last ? stops : [...stops, last];
}
