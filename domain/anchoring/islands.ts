import type { Matching } from "./token-runs.ts";

/** Matches shorter than this between two stretches of other words are chance: a particle, a comma. */
const MIN_ISLAND = 2;

/** Takes back matches that stand alone among words that were not kept. */
export function dropIslands({ before, forward, backward }: Matching): void {
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
