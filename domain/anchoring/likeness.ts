import type { Span } from "./edges.ts";
import type { Vocabulary } from "./passage-tokens.ts";

/** Punctuation and markup say little of what a passage is about. */
const MARK_WEIGHT = 0.25;

/** A passage's tokens, how often each, and how much they say together. */
export interface Weighed {
  counts: ReadonlyMap<number, number>;
  weight: number;
}

/** Weighs `span` of `ids`, to be compared with others. */
export function weighed(ids: Int32Array, { from, to }: Span, vocabulary: Vocabulary): Weighed {
  const counts = new Map<number, number>();
  let weight = 0;
  for (let at = from; at < to; at += 1) {
    const id = ids[at] ?? -1;
    counts.set(id, (counts.get(id) ?? 0) + 1);
    weight += weightOf(id, vocabulary);
  }
  return { counts, weight };
}

/** How much of a passage's words stands in `span` of another text, from 0 to 1. */
export function heldIn(
  passage: Weighed,
  ids: Int32Array,
  { from, to }: Span,
  vocabulary: Vocabulary,
): number {
  const left = new Map(passage.counts);
  let held = 0;
  for (let at = from; at < to; at += 1) {
    const id = ids[at] ?? -1;
    const count = left.get(id) ?? 0;
    if (count === 0) continue;
    held += weightOf(id, vocabulary);
    left.set(id, count - 1);
  }
  return held / passage.weight;
}

/** How much of both passages' words is the same: Dice's measure over tokens, from 0 to 1. */
export function likeness(passage: Weighed, ids: Int32Array, span: Span, vocabulary: Vocabulary): number {
  let weight = 0;
  for (let at = span.from; at < span.to; at += 1) weight += weightOf(ids[at] ?? -1, vocabulary);
  const shared = heldIn(passage, ids, span, vocabulary) * passage.weight;
  return (2 * shared) / (passage.weight + weight);
}

const weightOf = (id: number, vocabulary: Vocabulary): number => (vocabulary.isMark(id) ? MARK_WEIGHT : 1);
