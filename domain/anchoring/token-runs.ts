import { inOrder, type Pair } from "../ascending-pairs.ts";

/** Two rows of tokens and what of each is which of the other: -1 where nothing is. */
export interface Matching {
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly forward: Int32Array;
  readonly backward: Int32Array;
}

/** Two rows of which nothing is matched yet. */
export const unmatched = (before: Int32Array, after: Int32Array): Matching => ({
  before,
  after,
  forward: new Int32Array(before.length).fill(-1),
  backward: new Int32Array(after.length).fill(-1),
});

/**
 * What is left of both rows, for matching more of it: a token that is matched already becomes a number of its own, which
 * nothing else is. New matches are written to `state` itself.
 */
export function openRest({ before, after, forward, backward }: Matching): Matching {
  const open = (ids: Int32Array, matched: Int32Array, first: number) =>
    ids.map((id, at) => ((matched[at] ?? -1) >= 0 ? first - at : id));
  return {
    before: open(before, forward, -2),
    after: open(after, backward, -2 - before.length),
    forward,
    backward,
  };
}

/** Lengths of runs, in tokens, that are looked for in turn. */
const RUNS = [24, 8, 3, 1] as const;
/** Gaps up to this many pairs of tokens are compared pair by pair; larger ones only by what is rare in them. */
const MAX_PAIRS = 250_000;
/** Tokens `from` to `to` of the earlier text against `start` to `end` of the later, ends exclusive. */
export interface Range {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * Matches what is the same in `range`, in order: its ends, then long runs that stand once in either part, then ever
 * shorter ones between those, and what is left pair by pair where it is small (the idea of Cohen's patience diff, so that
 * a repeated phrase is told apart by what stands around it).
 * @param level from which of `RUNS` on
 */
export function alignRange(state: Matching, range: Range, level: number): void {
  const { before, after } = state;
  let { from, to, start, end } = range;
  while (from < to && start < end && before[from] === after[start]) match(state, from++, start++);
  while (from < to && start < end && before[to - 1] === after[end - 1]) match(state, --to, --end);
  if (from === to || start === end) return;
  const gap = { from, to, start, end };
  for (let next = level; next < RUNS.length; next += 1) {
    const chain = inOrder(uniqueRuns(state, gap, RUNS[next] ?? 1));
    if (chain.length === 0) continue;
    alignBetween(state, gap, chain, RUNS[next] ?? 1, next);
    return;
  }
  if ((to - from) * (end - start) <= MAX_PAIRS) alignPairs(state, gap);
}

/** What lies between matched runs is aligned by itself, with ever shorter runs. */
function alignBetween(
  state: Matching,
  { from, to, start, end }: Range,
  chain: readonly Pair[],
  run: number,
  level: number,
): void {
  let a = from;
  let b = start;
  for (const { at, is } of chain) {
    if (at < a || is < b) {
      // Overlaps the run before it; on the same diagonal it only goes on.
      if (at - a !== is - b) continue;
    } else alignRange(state, { from: a, to: at, start: b, end: is }, level);
    for (let i = Math.max(a - at, 0); i < run; i += 1) match(state, at + i, is + i);
    a = Math.max(a, at + run);
    b = Math.max(b, is + run);
  }
  alignRange(state, { from: a, to, start: b, end }, level);
}

export function match({ forward, backward }: Matching, at: number, is: number): void {
  forward[at] = is;
  backward[is] = at;
}

/** Runs of `length` tokens that stand once in either part of `range`, in the order of the earlier text. */
export function uniqueRuns(
  { before, after }: Matching,
  { from, to, start, end }: Range,
  length: number,
): Pair[] {
  if (to - from < length || end - start < length) return [];
  const there = runPlaces(after, start, end, length);
  const here = runPlaces(before, from, to, length);
  const pairs: Pair[] = [];
  for (const [hash, at] of here) {
    const is = at < 0 ? -1 : (there.get(hash) ?? -1);
    if (is >= 0 && sameRun(before, at, after, is, length)) pairs.push({ at, is });
  }
  return pairs;
}

const BASE = 0x01000193;

/** Where each run of `length` tokens begins, by hash; -1 where it stands more than once. */
function runPlaces(ids: Int32Array, from: number, to: number, length: number): Map<number, number> {
  const places = new Map<number, number>();
  let power = 1;
  for (let i = 1; i < length; i += 1) power = Math.imul(power, BASE);
  let hash = 0;
  for (let at = from; at < to; at += 1) {
    if (at - from >= length) hash = (hash - Math.imul((ids[at - length] ?? 0) + 1, power)) | 0;
    hash = (Math.imul(hash, BASE) + (ids[at] ?? 0) + 1) | 0;
    if (at - from < length - 1) continue;
    const key = mixed(hash);
    places.set(key, places.has(key) ? -1 : at - length + 1);
  }
  return places;
}

/** Spreads a rolling hash, whose low bits repeat. */
const mixed = (hash: number): number => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);

function sameRun(a: Int32Array, at: number, b: Int32Array, is: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (a[at + i] !== b[is + i]) return false;
  return true;
}

/** A longest common subsequence of a small gap that prefers to go on where it is: neighbours stay neighbours. */
function alignPairs(state: Matching, { from, to, start, end }: Range): void {
  const { before, after } = state;
  const width = end - start + 1;
  const score = new Int32Array((to - from + 1) * width);
  const run = new Int32Array((to - from + 1) * width);
  for (let i = to - from - 1; i >= 0; i -= 1) {
    for (let j = end - start - 1; j >= 0; j -= 1) {
      const here = i * width + j;
      const diagonal = here + width + 1;
      let best = Math.max(score[here + width] ?? 0, score[here + 1] ?? 0);
      if (before[from + i] === after[start + j]) {
        const follows = run[diagonal] ?? 0;
        const taken = (score[diagonal] ?? 0) + 2 + (follows > 0 ? 1 : 0);
        if (taken >= best) {
          best = taken;
          run[here] = follows + 1;
        }
      }
      score[here] = best;
    }
  }
  for (let i = 0, j = 0; i < to - from && j < end - start; ) {
    const here = i * width + j;
    if ((run[here] ?? 0) > 0) match(state, from + i++, start + j++);
    else if ((score[here + width] ?? 0) >= (score[here + 1] ?? 0)) i += 1;
    else j += 1;
  }
}
