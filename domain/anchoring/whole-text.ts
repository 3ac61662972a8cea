import { BLOCK_SEPARATOR, type Block } from "../block.ts";
import { codePointLength, codePoints } from "../offset.ts";

/** A text as a row of one block, for what knows nothing of blocks and may go across their edges. */
export type WholeText = readonly [Block];

/** Revisions do not change, and an import asks thousands of times. */
const known = new WeakMap<readonly Block[], WholeText>();

/** The linear text of a revision as one block, its offsets those of the linear text. */
export function wholeTextOf(blocks: readonly Block[]): WholeText {
  const before = known.get(blocks);
  if (before) return before;
  const text = blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
  const start = blocks[0]?.start ?? codePoints(0);
  const end = codePoints(start + codePointLength(text));
  const whole: WholeText = [{ id: "", kind: "paragraph", level: null, text, start, end }];
  known.set(blocks, whole);
  return whole;
}
