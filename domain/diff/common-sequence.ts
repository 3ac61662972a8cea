import { inOrder, type Pair } from "../ascending-pairs.ts";

/** Lengths of runs that are looked for in turn: rare long ones first, so that a repeated phrase keeps its neighbours. */
const RUNS = [12, 4, 1] as const;
/** Gaps up to this many pairs are compared pair by pair; larger ones only by what stands once in each. */
const MAX_PAIRS = 160_000;
/** What an unbroken run is worth more than its parts, so that a change is not shown in crumbs. */
const UNBROKEN = 0.5;

/** Two rows of things, equal things by equal numbers, and how much it says that one of them stands in both. */
interface Rows {
  before: Int32Array;
  after: Int32Array;
  weights: Float64Array;
  forward: Int32Array;
}

/** `from` to `to` of the earlier row against `start` to `end` of the later, ends exclusive. */
interface Gap {
  from: number;
  to: number;
  start: number;
  end: number;
}

/**
 * A heavy common subsequence of two rows: for each thing of the earlier the place of its like in the later, or -1;
 * ascending. The heaviest where a gap is small, a good one where it is large: about linear, bounded by `MAX_PAIRS` a gap.
 * @param weights by number
 */
export function commonSequence(before: Int32Array, after: Int32Array, weights: Float64Array): Int32Array {
  const forward = new Int32Array(before.length).fill(-1);
  matchGap(
    { before, after, weights, forward },
    { from: 0, to: before.length, start: 0, end: after.length },
    0,
  );
  return forward;
}

function matchGap(rows: Rows, { from, to, start, end }: Gap, level: number): void {
  const { before, after, forward } = rows;
  while (from < to && start < end && before[from] === after[start]) forward[from++] = start++;
  while (from < to && start < end && before[to - 1] === after[end - 1]) forward[--to] = --end;
  if (from === to || start === end) return;
  const gap = { from, to, start, end };
  if ((to - from) * (end - start) <= MAX_PAIRS) {
    matchPairs(rows, gap);
    return;
  }
  for (let next = level; next < RUNS.length; next += 1) {
    const run = RUNS[next] ?? 1;
    const chain = inOrder(runsStandingOnce(rows, gap, run));
    if (chain.length === 0) continue;
    matchBetween(rows, gap, { chain, run, level: next });
    return;
  }
}

function matchBetween(
  rows: Rows,
  gap: Gap,
  { chain, run, level }: { chain: readonly Pair[]; run: number; level: number },
): void {
  let [from, start] = [gap.from, gap.start];
  for (const { at, is } of chain) {
    // A run that overlaps the one before goes on with it, or is left.
    if (at < from || is < start) {
      if (at - from !== is - start) continue;
    } else matchGap(rows, { from, to: at, start, end: is }, level);
    for (let i = Math.max(from - at, 0); i < run; i += 1) rows.forward[at + i] = is + i;
    from = at + run;
    start = is + run;
  }
  matchGap(rows, { from, to: gap.to, start, end: gap.end }, level);
}

/** Runs that stand once on either side of a gap, in the order of the earlier row. */
function runsStandingOnce({ before, after }: Rows, gap: Gap, run: number): Pair[] {
  const here = placesOfRuns(before, gap.from, gap.to, run);
  const there = placesOfRuns(after, gap.start, gap.end, run);
  const pairs: Pair[] = [];
  for (const [key, at] of here) {
    const is = there.get(key);
    if (at >= 0 && is !== undefined && is >= 0) pairs.push({ at, is });
  }
  return pairs;
}

function placesOfRuns(row: Int32Array, from: number, to: number, run: number): Map<string, number> {
  const places = new Map<string, number>();
  for (let at = from; at + run <= to; at += 1) {
    const key = row.subarray(at, at + run).join();
    places.set(key, places.has(key) ? -1 : at);
  }
  return places;
}

/** The heaviest common subsequence of a small gap. */
function matchPairs({ before, after, weights, forward }: Rows, { from, to, start, end }: Gap): void {
  const width = end - start + 1;
  const height = to - from + 1;
  // From the end, so that the way is read off from the start. `run`: the pair at this place is taken.
  const best = new Float64Array(width * height);
  const run = new Float64Array(width * height);
  for (let i = height - 2; i >= 0; i -= 1) {
    for (let j = width - 2; j >= 0; j -= 1) {
      const here = i * width + j;
      let most = Math.max(best[here + width] ?? 0, best[here + 1] ?? 0);
      if (before[from + i] === after[start + j]) {
        const next = here + width + 1;
        const goesOn = (run[next] ?? 0) > 0 ? (run[next] ?? 0) + UNBROKEN : 0;
        const taken = (weights[before[from + i] ?? 0] ?? 1) + Math.max(best[next] ?? 0, goesOn);
        run[here] = taken;
        most = Math.max(most, taken);
      }
      best[here] = most;
    }
  }
  let [i, j] = [0, 0];
  while (i < height - 1 && j < width - 1) {
    const here = i * width + j;
    const taken = run[here] ?? 0;
    if (taken > 0 && taken >= (best[here] ?? 0)) {
      // As long as going on without a break was what made this way the best, it is gone on with.
      forward[from + i] = start + j;
      while (goesOnFrom({ best, run }, i * width + j, width)) forward[from + ++i] = start + ++j;
      i += 1;
      j += 1;
    } else if ((best[here + width] ?? 0) >= (best[here + 1] ?? 0)) i += 1;
    else j += 1;
  }
}

function goesOnFrom(
  { best, run }: { best: Float64Array; run: Float64Array },
  here: number,
  width: number,
): boolean {
  const next = here + width + 1;
  const taken = run[next] ?? 0;
  return taken > 0 && taken + UNBROKEN >= (best[next] ?? 0);
}
