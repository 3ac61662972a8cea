import type { AnchorRange } from "../anchor.ts";
import { type Block, blockAround } from "../block.ts";
import { codePoints, sliceCodePoints } from "../offset.ts";
import { contextOf } from "./quote-context.ts";
import { type TextRange, trimRange } from "./trim-range.ts";

/** Why a range of an article can't be a claim: it goes over a block's edge, or has no words in it. */
export type RangeRefusal = { state: "crosses_blocks" } | { state: "empty" };

export type Description = { state: "exact"; range: AnchorRange } | RangeRefusal;

/**
 * The anchor that says where `range` of the linear text stands and which words it quotes: snapped to graphemes,
 * trimmed, with its context. The mirror of `resolve`: what this describes, that finds again, exactly.
 * `blocks` are the revision's, in order; offsets are code points in the linear text.
 */
export function describe(blocks: readonly Block[], range: TextRange): Description {
  if (range.end <= range.start) return { state: "empty" };
  const block = blockAround(blocks, range);
  if (!block) return { state: "crosses_blocks" };
  const local = trimRange(block.text, {
    start: codePoints(range.start - block.start),
    end: codePoints(range.end - block.start),
  });
  if (local.start === local.end) return { state: "empty" };
  return { state: "exact", range: anchorAt(blocks, block, local) };
}

/** The anchor of the whole of `block`, trimmed: what marking a bullet by one key or click means. */
export function describeBlock(blocks: readonly Block[], block: Block): Description {
  return describe(blocks, { start: block.start, end: block.end });
}

/** The anchor of `local`, code points in `block.text` on grapheme boundaries, as it stands. */
export function anchorAt(blocks: readonly Block[], block: Block, local: TextRange): AnchorRange {
  return {
    blockId: block.id,
    start: codePoints(block.start + local.start),
    end: codePoints(block.start + local.end),
    exact: sliceCodePoints(block.text, local.start, local.end),
    ...contextOf(blocks, block, local),
  };
}
