import { carry } from "../../domain/anchoring/carry.ts";
import type { Outcome } from "../../domain/anchoring/outcome.ts";

/** A quote with 32 code points of what stands before and behind it, and its place in the earlier text. */
export interface Quoted extends Place {
  exact: string;
  prefix: string;
  suffix: string;
}

/** A way to find anchors again in a later text; peers place or do not, and offer nothing. */
export interface Method {
  name: string;
  /** What it is given and does, so that nobody takes the rows for the same work. */
  work: string;
  find(anchors: readonly Quoted[], before: string, after: string): Found[];
}

/** Where one anchor was placed without asking, or else the first place that is offered to a person. Code points. */
export type Found = { placed: Place | null; first: Place | null };

export interface Place {
  start: number;
  end: number;
}

/** Intersection over union of two places: 1 for the same, 0 for strangers. */
export function overlap(a: Place, b: Place): number {
  const shared = Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return shared / (a.end - a.start + b.end - b.start - shared);
}

/** From here on a place counts as found. */
export const ENOUGH = 0.8;

/** Where an outcome of ours places an anchor, and what it offers first. */
export function foundBy({ start, end, candidates = [] }: Outcome): Found {
  const placed = start !== undefined && end !== undefined ? { start, end } : null;
  return { placed, first: placed ?? candidates[0] ?? null };
}

export const OURS: Method = {
  name: "carry",
  work: "ours: the quote, its place and both texts",
  find: (anchors, before, after) => carry(anchors, before, after).map(foundBy),
};
