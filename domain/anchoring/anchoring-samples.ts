import fc from "fast-check";
import { BLOCK_SEPARATOR, type Block, type BlockKind } from "../block.ts";
import { codePointLength, codePoints } from "../offset.ts";

/** Blocks of these texts, as a revision has them, for tests. */
export function blocksOf(...texts: string[]): Block[] {
  let at = 0;
  return texts.map((text, index) => {
    const kind: BlockKind = index === 0 ? "heading" : "paragraph";
    const start = codePoints(at);
    const end = codePoints(at + codePointLength(text));
    at = end + BLOCK_SEPARATOR.length;
    return { id: `b${index + 1}`, kind, level: index === 0 ? 1 : null, text, start, end };
  });
}

/** Graphemes of every sort that has broken a peer: surrogates, joiners, marks, flags, half- and full-width space. */
const grapheme = fc.constantFrom(
  ...[
    "あ",
    "い",
    "京",
    "東",
    "a",
    "b",
    " ",
    "　",
    "。",
    "・",
    "が",
    "か\u3099",
    "e\u0301",
    "👩‍👩‍👧",
    "👍🏽",
    "🇯🇵",
    "𠮷",
    "葛󠄀",
    "1️⃣",
    "-",
  ],
);

/** A block's text: few distinct graphemes, so that quotes often stand more than once. */
const blockText = fc.array(grapheme, { minLength: 1, maxLength: 40 }).map((parts) => parts.join(""));

export const someBlocks = fc
  .array(blockText, { minLength: 1, maxLength: 5 })
  .map((texts) => blocksOf(...texts));

/** Blocks and a range of code points in one of them, not necessarily on graphemes. */
export const blocksAndRange = someBlocks.chain((blocks) =>
  fc.record({
    blocks: fc.constant(blocks),
    range: fc.nat(blocks.length - 1).chain((index) => {
      const { start = codePoints(0), end = codePoints(0) } = blocks[index] ?? {};
      return fc
        .tuple(fc.integer({ min: start, max: end }), fc.integer({ min: start, max: end }))
        .map(([a, b]) => ({ start: codePoints(Math.min(a, b)), end: codePoints(Math.max(a, b)) }));
    }),
  }),
);
