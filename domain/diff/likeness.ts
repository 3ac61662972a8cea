import { isNoise, tokensOf } from "./pieces.ts";

/** What a piece of text is compared by: its words and pairs of words, as a sorted bag of numbers. */
export type Features = Int32Array;

/** Makes features of texts; equal words get equal numbers in all texts given to one of them. */
export class FeatureMaker {
  readonly #numbers = new Map<string, number>();

  of(text: string): Features {
    const words = tokensOf(text).filter((token) => !isNoise(token));
    const pairs = words.slice(1).map((word, index) => `${words[index]}\u0000${word}`);
    return Int32Array.from([...words, ...pairs], (feature) => this.#numberOf(feature)).sort();
  }

  #numberOf(feature: string): number {
    const known = this.#numbers.get(feature);
    if (known !== undefined) return known;
    this.#numbers.set(feature, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}

/** The features of several pieces taken together. */
export const joined = (parts: readonly Features[]): Features =>
  Int32Array.from(parts.flatMap((part) => [...part])).sort();

/** A part counts as such from so many features; below, everything is in everything. */
const MIN_PART = 8;
/** What it is worth at most that one text is wholly in the other. */
const PART = 0.6;

/** How alike two texts are, from 0 to 1: what they have in common against what they have; a text within another, 0.6. */
export function likeness(one: Features, other: Features): number {
  if (one.length === 0 || other.length === 0) return 0;
  const both = inCommon(one, other);
  const dice = (2 * both) / (one.length + other.length);
  const smaller = Math.min(one.length, other.length);
  return smaller < MIN_PART ? dice : Math.max(dice, (PART * both) / smaller);
}

function inCommon(one: Features, other: Features): number {
  let both = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0];
    if (a === b) both += 1;
    if (a <= b) i += 1;
    if (b <= a) j += 1;
  }
  return both;
}
