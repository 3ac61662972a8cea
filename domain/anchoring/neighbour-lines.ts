import type { AlignedTexts } from "./alignment.ts";
import { lineAround, type Span } from "./edges.ts";

/**
 * Whether what stands next to the passage's line is known to be something else than what stood next to it: words that
 * read the same may then be another copy. The nearest words that are in both texts are asked; new and deleted ones
 * gainsay nothing.
 */
export function neighboursGainsay(
  { before, after, alignment }: AlignedTexts,
  { from, to }: Span,
  at: number,
): boolean {
  const { forward, backward } = alignment;
  const last = at + to - from - 1;
  const left = nearest(forward, lineAround(before, from).from - 1, -1);
  const leftNow = nearest(backward, lineAround(after, at).from - 1, -1);
  const right = nearest(forward, lineAround(before, to - 1).to, 1);
  const rightNow = nearest(backward, lineAround(after, last).to, 1);
  return differs(forward, left, leftNow) || differs(forward, right, rightNow);
}

/** The nearest token from `from` on that is in the other text too; null at the text's end. */
function nearest(matched: Int32Array, from: number, step: 1 | -1): number | null {
  for (let at = from; at >= 0 && at < matched.length; at += step) if ((matched[at] ?? -1) >= 0) return at;
  return null;
}

const differs = (forward: Int32Array, was: number | null, is: number | null): boolean =>
  was === null || is === null ? was !== is : forward[was] !== is;
