import type { Pair } from "../ascending-pairs.ts";
import { BEGINS } from "./beginnings.ts";
import { type Tokens, Vocabulary } from "./passage-tokens.ts";
import { alignRange, unmatched } from "./token-runs.ts";

/** The token each line begins at, with the text's end behind the last. */
export function linesOf({ ids, begins }: Tokens): number[] {
  const starts: number[] = [];
  begins.forEach((what, at) => {
    if (what === BEGINS.line) starts.push(at);
  });
  return [...starts, ids.length];
}

/** Two lines that share less than this of what they say are not one line edited. */
const MIN_ALIKE = 0.3;
/** A line between the neighbours of another is more likely the same one. */
const IN_PLACE = 0.15;
/** Pairs of tokens in more lines than this tell no line from another. */
const MAX_LINES = 24;
/** How many lines are compared with one. */
const MAX_COMPARED = 6;

/**
 * Which line of one text is which of the other: the same lines in order, then the same lines elsewhere, then lines that
 * share pairs of tokens, the most alike first. Every line once.
 */
export function pairLines(before: Tokens, after: Tokens): Pair[] {
  const vocabulary = new Vocabulary();
  const [here, there] = [wordsOfLines(before), wordsOfLines(after)];
  const numbers = (lines: Int32Array[]) => Int32Array.from(lines, (line) => vocabulary.numberOf(line.join()));
  const state = unmatched(numbers(here), numbers(there));
  alignRange(state, { from: 0, to: here.length, start: 0, end: there.length }, 2);
  pairMoved(state);
  pairAlike(state, here, there);
  return Array.from(state.forward, (is, at) => ({ at, is })).filter(({ is }) => is >= 0);
}

function wordsOfLines(tokens: Tokens): Int32Array[] {
  const starts = linesOf(tokens);
  return starts.slice(0, -1).map((from, line) => tokens.ids.subarray(from, starts[line + 1]));
}

type Lines = ReturnType<typeof unmatched>;

/** Lines that are left once in both texts. */
function pairMoved({ before, after, forward, backward }: Lines): void {
  const left = (ids: Int32Array, matched: Int32Array) => {
    const places = new Map<number, number>();
    ids.forEach((id, at) => {
      if ((matched[at] ?? -1) < 0) places.set(id, places.has(id) ? -1 : at);
    });
    return places;
  };
  const there = left(after, backward);
  for (const [id, at] of left(before, forward)) {
    const is = there.get(id) ?? -1;
    if (at < 0 || is < 0) continue;
    forward[at] = is;
    backward[is] = at;
  }
}

/** How often each pair of neighbouring tokens stands in a line; its only token, where it has one. */
type Grams = Map<number, number>;

const BASE = 0x01000193;

function gramsOf(line: Int32Array): Grams {
  const grams: Grams = new Map();
  const length = Math.max(1, line.length - 1);
  for (let at = 0; at < length; at += 1) {
    const gram = (Math.imul((line[at] ?? 0) + 1, BASE) + (line[at + 1] ?? -1) + 2) | 0;
    grams.set(gram, (grams.get(gram) ?? 0) + 1);
  }
  return grams;
}

function pairAlike({ forward, backward }: Lines, here: Int32Array[], there: Int32Array[]): void {
  const grams = there.map((line, is) => ((backward[is] ?? -1) < 0 ? gramsOf(line) : null));
  const lines = new Map<number, number[]>();
  grams.forEach((one, is) => {
    for (const gram of one?.keys() ?? []) {
      const known = lines.get(gram);
      if (known) known.push(is);
      else lines.set(gram, [is]);
    }
  });
  const found: (Pair & { alike: number })[] = [];
  let last = -1;
  here.forEach((line, at) => {
    const place = forward[at] ?? -1;
    if (place >= 0) {
      last = place;
      return;
    }
    const next = nextOf(forward, at, there.length);
    const own = gramsOf(line);
    for (const is of mostShared(own, lines)) {
      const alike = likeness(own, grams[is] ?? new Map());
      if (alike < MIN_ALIKE) continue;
      found.push({ at, is, alike: alike + (is > last && is < next ? IN_PLACE : 0) });
    }
  });
  found.sort((a, b) => b.alike - a.alike || a.at - b.at);
  for (const { at, is } of found) {
    if ((forward[at] ?? -1) >= 0 || (backward[is] ?? -1) >= 0) continue;
    forward[at] = is;
    backward[is] = at;
  }
}

function nextOf(forward: Int32Array, from: number, length: number): number {
  for (let at = from; at < forward.length; at += 1)
    if ((forward[at] ?? -1) >= 0) return forward[at] ?? length;
  return length;
}

/** The lines that share most of a line's rarer grams. */
function mostShared(grams: Grams, lines: ReadonlyMap<number, readonly number[]>): number[] {
  const votes = new Map<number, number>();
  for (const gram of grams.keys()) {
    const places = lines.get(gram) ?? [];
    if (places.length > MAX_LINES) continue;
    for (const is of places) votes.set(is, (votes.get(is) ?? 0) + 1 / places.length);
  }
  const ranked = [...votes].sort((a, b) => b[1] - a[1]);
  return ranked.slice(0, MAX_COMPARED).map(([is]) => is);
}

/** Dice's measure, from 0 to 1. */
function likeness(a: Grams, b: Grams): number {
  let [shared, total] = [0, 0];
  for (const [gram, count] of a) {
    shared += Math.min(count, b.get(gram) ?? 0);
    total += count;
  }
  for (const count of b.values()) total += count;
  return total === 0 ? 0 : (2 * shared) / total;
}
