import { BEGINS } from "./beginnings.ts";
import type { Tokens } from "./passage-tokens.ts";

/** A row of tokens, end exclusive. */
export interface Span {
  from: number;
  to: number;
}

/** What a passage begins and ends with, by `BEGINS`: a whole line is one that begins and ends with one. */
export interface Edges {
  start: number;
  end: number;
}

/**
 * What must begin at either edge of what a passage became. A line's last sentence, where it surely ends, may be followed
 * by others: it says what it said. Any other whole line stays a whole line.
 */
export function edgesOf({ begins, stops, ids }: Tokens, { from, to }: Span): Edges {
  const end = to >= ids.length ? BEGINS.line : (begins[to] ?? 0);
  const isClosed = stops[to - 1] === BEGINS.sureSentence;
  return {
    start: Math.min(begins[from] ?? 0, BEGINS.sureSentence),
    end: end === BEGINS.line && isClosed ? BEGINS.sureSentence : end,
  };
}

/** Whether at token `at` (or the text's end) begins what `edge` asks for. */
export const beginsEnough = ({ begins, ids }: Tokens, at: number, edge: number): boolean =>
  at >= ids.length || (begins[at] ?? 0) >= edge;

/** The line token `at` stands in. */
export function lineAround({ begins, ids }: Tokens, at: number): Span {
  let from = at;
  while (from > 0 && begins[from] !== BEGINS.line) from -= 1;
  let to = at + 1;
  while (to < ids.length && begins[to] !== BEGINS.line) to += 1;
  return { from, to };
}
