import { BEGINS } from "./beginnings.ts";
import { type Tokens, Vocabulary } from "./passage-tokens.ts";

/**
 * Which token of one text is which of another, as far as that can be told: one to one, in order except where a passage
 * was moved. Rare long runs are matched first and common short ones only between them (the idea of Cohen's patience
 * diff), so that a repeated phrase is told apart by what stands around it.
 */
export interface Alignment {
  /** For each token of the earlier text the one of the later, or -1. */
  readonly forward: Int32Array;
  /** For each token of the later text the one of the earlier, or -1. */
  readonly backward: Int32Array;
  /** 1 where a token of the earlier text stands out of order: its passage was moved. */
  readonly moved: Uint8Array;
}

/** Lengths of runs, in tokens, that are looked for in turn. */
const RUNS = [24, 8, 3, 1] as const;
/** Gaps up to this many pairs of tokens are compared pair by pair; larger ones only by what is rare in them. */
const MAX_PAIRS = 250_000;
/** A moved passage is recognised by at least so many tokens in a row. */
const MOVED_RUN = 8;
/** Matches shorter than this between two stretches of other words are chance: a particle, a comma. */
const MIN_ISLAND = 2;

/**
 * Aligns two texts: whole lines first, so that a line put between two alike is not torn apart, then the tokens of what
 * lies between. About linear; bounded by `MAX_PAIRS` for each gap.
 */
export function align(before: Tokens, after: Tokens): Alignment {
  const forward = new Int32Array(before.ids.length).fill(-1);
  const backward = new Int32Array(after.ids.length).fill(-1);
  const moved = new Uint8Array(before.ids.length);
  const state: State = { before: before.ids, after: after.ids, forward, backward };
  alignLines(state, before, after);
  dropIslands(state);
  alignMoved(state, moved);
  return { forward, backward, moved };
}

/** For each token of one passage the one of the other that it still is, or -1; in order, without chance matches. */
export function alignTokens(before: Int32Array, after: Int32Array): Int32Array {
  const forward = new Int32Array(before.length).fill(-1);
  const backward = new Int32Array(after.length).fill(-1);
  const state: State = { before, after, forward, backward };
  alignRange(state, { from: 0, to: before.length, start: 0, end: after.length }, 0);
  dropIslands(state);
  return forward;
}

function alignLines(state: State, before: Tokens, after: Tokens): void {
  const vocabulary = new Vocabulary();
  const [here, there] = [linesOf(before, vocabulary), linesOf(after, vocabulary)];
  const lines: State = {
    before: here.ids,
    after: there.ids,
    forward: new Int32Array(here.ids.length).fill(-1),
    backward: new Int32Array(there.ids.length).fill(-1),
  };
  alignRange(lines, { from: 0, to: here.ids.length, start: 0, end: there.ids.length }, 2);
  let from = 0;
  let start = 0;
  lines.forward.forEach((line, at) => {
    if (line < 0) return;
    const [to, end] = [here.starts[at] ?? 0, there.starts[line] ?? 0];
    alignRange(state, { from, to, start, end }, 0);
    from = here.starts[at + 1] ?? 0;
    start = there.starts[line + 1] ?? 0;
    for (let i = to; i < from; i += 1) match(state, i, end + i - to);
  });
  alignRange(state, { from, to: before.ids.length, start, end: after.ids.length }, 0);
}

/** The lines of a text by number, and the token each begins at, with the text's end behind the last. */
function linesOf({ ids, begins }: Tokens, vocabulary: Vocabulary): { ids: Int32Array; starts: number[] } {
  const starts: number[] = [];
  for (let at = 0; at < ids.length; at += 1) if (begins[at] === BEGINS.line) starts.push(at);
  starts.push(ids.length);
  const numbers = starts
    .slice(0, -1)
    .map((from, line) => vocabulary.numberOf(ids.subarray(from, starts[line + 1]).join()));
  return { ids: Int32Array.from(numbers), starts };
}

interface State {
  before: Int32Array;
  after: Int32Array;
  forward: Int32Array;
  backward: Int32Array;
}

/** Tokens `from` to `to` of the earlier text against `start` to `end` of the later, ends exclusive. */
interface Range {
  from: number;
  to: number;
  start: number;
  end: number;
}

function alignRange(state: State, range: Range, level: number): void {
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
  state: State,
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

function match({ forward, backward }: State, at: number, is: number): void {
  forward[at] = is;
  backward[is] = at;
}

interface Pair {
  at: number;
  is: number;
}

/** Runs of `length` tokens that stand once in either part of `range`, in the order of the earlier text. */
function uniqueRuns({ before, after }: State, { from, to, start, end }: Range, length: number): Pair[] {
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

/** The longest part of `pairs` (ascending in `at`) that ascends in `is` too. */
function inOrder(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const previous = new Int32Array(pairs.length).fill(-1);
  pairs.forEach(({ is }, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pairs[tails[middle] ?? 0]?.is ?? 0) < is) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1] ?? -1;
    tails[low] = index;
  });
  const chain: Pair[] = [];
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index] ?? -1) {
    const pair = pairs[index];
    if (pair) chain.push(pair);
  }
  return chain.reverse();
}

/** A longest common subsequence of a small gap that prefers to go on where it is: neighbours stay neighbours. */
function alignPairs(state: State, { from, to, start, end }: Range): void {
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

/** Takes back matches that stand alone among words that were not kept. */
function dropIslands({ before, forward, backward }: State): void {
  for (let at = 0; at < before.length; ) {
    if ((forward[at] ?? -1) < 0) {
      at += 1;
      continue;
    }
    let end = at + 1;
    while (end < before.length && forward[end] === (forward[end - 1] ?? 0) + 1) end += 1;
    const is = forward[at] ?? 0;
    const isJoined = isNear(forward, at, -1) || isNear(forward, end - 1, 1);
    if (end - at < MIN_ISLAND && !isJoined) {
      for (let i = at; i < end; i += 1) {
        backward[is + i - at] = -1;
        forward[i] = -1;
      }
    }
    at = end;
  }
}

/** Whether one of the next tokens in `direction` was kept nearby. */
function isNear(forward: Int32Array, at: number, direction: 1 | -1): boolean {
  for (let step = 1; step <= 3; step += 1) {
    const there = forward[at + step * direction] ?? -1;
    if (there >= 0) return Math.abs(there - (forward[at] ?? 0)) <= 4;
  }
  return false;
}

/** Passages that were moved: rare runs among what is left of both texts, and what lies between such runs. */
function alignMoved(state: State, moved: Uint8Array): void {
  const { before, after, forward, backward } = state;
  const rest = (ids: Int32Array, matched: Int32Array) => {
    const left = Int32Array.from(ids);
    for (let at = 0; at < left.length; at += 1) if ((matched[at] ?? -1) >= 0) left[at] = -2 - at;
    return left;
  };
  const open: State = { before: rest(before, forward), after: rest(after, backward), forward, backward };
  // Numbers below -1 stand once in their text; one that is in both must not pair by chance.
  for (let at = 0; at < open.after.length; at += 1) {
    const id = open.after[at] ?? 0;
    if (id < -1) open.after[at] = id - before.length - 2;
  }
  const whole = { from: 0, to: before.length, start: 0, end: after.length };
  const seeds = uniqueRuns(open, whole, MOVED_RUN).sort((a, b) => a.at - b.at);
  for (let i = 0; i < seeds.length; ) {
    let last = i;
    while (goesOn(seeds[last], seeds[last + 1])) last += 1;
    const [first, final] = [seeds[i], seeds[last]];
    if (first && final) alignMovedPassage(open, moved, grown(open, first, final));
    i = last + 1;
  }
}

/** How many tokens may lie between two runs of one moved passage. */
const MOVED_GAP = 40;

function goesOn(a: Pair | undefined, b: Pair | undefined): boolean {
  if (!a || !b) return false;
  const over = b.at - a.at;
  const across = b.is - a.is;
  return across > 0 && over <= MOVED_GAP && across <= MOVED_GAP * 2;
}

/** A moved passage reaches as far as its tokens are the same. */
function grown({ before, after }: State, first: Pair, final: Pair): Range {
  let { at: from, is: start } = first;
  let to = final.at + MOVED_RUN;
  let end = final.is + MOVED_RUN;
  while (from > 0 && start > 0 && before[from - 1] === after[start - 1]) {
    from -= 1;
    start -= 1;
  }
  while (to < before.length && end < after.length && before[to] === after[end]) {
    to += 1;
    end += 1;
  }
  return { from, to, start, end };
}

function alignMovedPassage(open: State, moved: Uint8Array, range: Range): void {
  const isFree = (matched: Int32Array, from: number, to: number) => {
    for (let at = from; at < to; at += 1) if ((matched[at] ?? -1) >= 0) return false;
    return true;
  };
  if (!isFree(open.forward, range.from, range.to) || !isFree(open.backward, range.start, range.end)) return;
  alignRange(open, range, 1);
  for (let at = range.from; at < range.to; at += 1) if ((open.forward[at] ?? -1) >= 0) moved[at] = 1;
}
