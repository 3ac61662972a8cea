import { inOrder, type Pair } from "../ascending-pairs.ts";
import { dropIslands } from "./islands.ts";
import { linesOf, pairLines } from "./line-pairs.ts";
import { alignMoved } from "./moved-runs.ts";
import type { Tokens } from "./passage-tokens.ts";
import { alignRange, type Matching, openRest, unmatched } from "./token-runs.ts";

/**
 * Which token of one text is which of another, as far as that can be told: one to one, in order except where a passage
 * was moved.
 */
export interface Alignment {
  /** For each token of the earlier text the one of the later, or -1. */
  readonly forward: Int32Array;
  /** For each token of the later text the one of the earlier, or -1. */
  readonly backward: Int32Array;
  /** 1 where a token of the earlier text stands out of order: its passage was moved. */
  readonly moved: Uint8Array;
}

/** Two texts and which token of one is which of the other. */
export interface AlignedTexts {
  before: Tokens;
  after: Tokens;
  alignment: Alignment;
}

/**
 * Aligns two texts: whole lines first, wherever they went, then the tokens of lines that are alike, then what is left
 * between those, so that a line put between two alike is not torn apart. About linear.
 */
export function align(before: Tokens, after: Tokens): Alignment {
  const state = unmatched(before.ids, after.ids);
  const moved = new Uint8Array(before.ids.length);
  const [here, there] = [linesOf(before), linesOf(after)];
  for (const { at, is } of pairLines(before, after)) {
    const [from = 0, to = 0] = [here[at], here[at + 1]];
    const [start = 0, end = 0] = [there[is], there[is + 1]];
    alignRange(state, { from, to, start, end }, 0);
  }
  markMoved(state, moved);
  alignGaps(state, moved);
  dropIslands(state);
  alignMoved(state, moved);
  return { forward: state.forward, backward: state.backward, moved };
}

/** For each token of one passage the one of the other that it still is, or -1; in order, without chance matches. */
export function alignTokens(before: Int32Array, after: Int32Array): Int32Array {
  const state = unmatched(before, after);
  alignRange(state, { from: 0, to: before.length, start: 0, end: after.length }, 0);
  dropIslands(state);
  return state.forward;
}

/** What is not in the longest part that kept its order was moved. */
function markMoved({ forward }: Matching, moved: Uint8Array): void {
  const pairs: Pair[] = [];
  forward.forEach((is, at) => {
    if (is < 0) return;
    pairs.push({ at, is });
    moved[at] = 1;
  });
  for (const { at } of inOrder(pairs)) moved[at] = 0;
}

/** Matches what lies between neighbours that kept their order: lines that were split, joined or written anew. */
function alignGaps(state: Matching, moved: Uint8Array): void {
  const open = openRest(state);
  const { forward } = state;
  let from = 0;
  let start = 0;
  const kept = forward.map((is, at) => (moved[at] ? -1 : is));
  kept.forEach((is, at) => {
    if (is < 0) return;
    if (at > from && is > start) alignRange(open, { from, to: at, start, end: is }, 0);
    from = at + 1;
    start = is + 1;
  });
  alignRange(open, { from, to: forward.length, start, end: state.backward.length }, 0);
}
