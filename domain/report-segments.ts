import { type Anchor, placedOf } from "./anchor.ts";
import type { Block } from "./block.ts";
import { type CodePoints, codePoints, sliceCodePoints } from "./offset.ts";

/** A claim as far as a report's text asks. `number` is what the text shows beside it. */
export interface NumberedClaim {
  number: number;
  anchor: Anchor;
}

/**
 * A run of a block's text over which the same claims stand.
 * `claims` are the numbers of all claims over it and `ends` those whose passage ends with it, where their number is
 * printed; both ascending. A format paints by `claims`, so overlapping and nested claims are all seen.
 */
export interface Segment {
  text: string;
  claims: number[];
  ends: number[];
}

/**
 * `block`'s text cut at every edge of the claims that stand in it, in order; the texts together are `block.text`.
 * A claim that needs placing is left out: a number on the wrong words would be a lie. Offsets are code points in the
 * revision's text; a passage that leaves the block counts with the part that is in it.
 */
export function segmentsOf(block: Block, claims: readonly NumberedClaim[]): Segment[] {
  const here = placedOf(claims).filter(({ anchor }) => anchor.start < block.end && anchor.end > block.start);
  const inside = here.flatMap(({ anchor }) => [anchor.start, anchor.end]);
  const edges = [...new Set([block.start, ...inside, block.end])]
    .filter((edge) => edge >= block.start && edge <= block.end)
    .sort((a, b) => a - b);
  const segments: Segment[] = [];
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const over = here.filter(({ anchor }) => anchor.start <= start && anchor.end >= end);
    segments.push({
      text: textBetween(block, start, end),
      claims: numbersOf(over),
      ends: numbersOf(over.filter(({ anchor }) => anchor.end === end)),
    });
  }
  return segments;
}

function textBetween(block: Block, start: CodePoints, end: CodePoints): string {
  const within = (at: CodePoints) => codePoints(at - block.start);
  return sliceCodePoints(block.text, within(start), within(end));
}

const numbersOf = (claims: readonly NumberedClaim[]) =>
  claims.map((claim) => claim.number).sort((a, b) => a - b);
