import { seeded } from "../reader/filler.ts";

/** Decisions that look random and are the same for the same seed. */
export interface Chance {
  /** From [0, 1). */
  next(): number;
  /** A whole number from `from` up to and with `to`. */
  whole(from: number, to: number): number;
  is(probability: number): boolean;
  /** One of them; undefined of nothing. */
  one<Item>(items: readonly Item[]): Item | undefined;
}

/** Every hand in a run draws from a stream of its own, so that one's decisions don't hang on how fast another was. */
export function chance(seed: number, stream: number): Chance {
  const next = seeded(seed * 7_919 + stream * 104_729);
  return {
    next,
    whole: (from, to) => from + Math.floor(next() * (to - from + 1)),
    is: (probability) => next() < probability,
    one: (items) => items[Math.floor(next() * items.length)],
  };
}
