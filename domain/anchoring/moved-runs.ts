import type { Pair } from "../ascending-pairs.ts";
import { alignRange, type Matching, openRest, type Range, uniqueRuns } from "./token-runs.ts";

/** A moved passage is recognised by at least so many tokens in a row. */
const MOVED_RUN = 8;

/** Passages that were moved: rare runs among what is left of both texts, and what lies between such runs. */
export function alignMoved(state: Matching, moved: Uint8Array): void {
  const { before, after } = state;
  const open = openRest(state);
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
function grown({ before, after }: Matching, first: Pair, final: Pair): Range {
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

function alignMovedPassage(open: Matching, moved: Uint8Array, range: Range): void {
  const isFree = (matched: Int32Array, from: number, to: number) => {
    for (let at = from; at < to; at += 1) if ((matched[at] ?? -1) >= 0) return false;
    return true;
  };
  if (!isFree(open.forward, range.from, range.to) || !isFree(open.backward, range.start, range.end)) return;
  alignRange(open, range, 1);
  for (let at = range.from; at < range.to; at += 1) if ((open.forward[at] ?? -1) >= 0) moved[at] = 1;
}
