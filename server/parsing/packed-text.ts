import type { Block } from "#domain/block.ts";
import { codePointLength, codePoints } from "#domain/offset.ts";

/**
 * A text with its blocks in a form that costs a thread next to nothing to be handed: one string and one list of numbers,
 * where ten thousand objects would keep everybody waiting while they are copied.
 */
export interface PackedText {
  text: string;
  /** Of every block, in UTF-16 units of its own text. */
  lengths: Uint32Array;
  /** Ids, one line each. */
  ids: string;
}

/** The blocks of a text as anchoring needs them: where they begin, their words and their names. */
export interface PlainText {
  text: string;
  blocks: Block[];
}

export const packed = ({ text, blocks }: { text: string; blocks: readonly Block[] }): PackedText => ({
  text,
  lengths: Uint32Array.from(blocks, (block) => block.text.length),
  ids: blocks.map(({ id }) => id).join("\n"),
});

/** The mirror of `packed`; what a block is besides its words did not come along. */
export function unpacked({ text, lengths, ids }: PackedText): PlainText {
  const names = ids.split("\n");
  let [at, start] = [0, 0];
  const blocks = Array.from(lengths, (length, index): Block => {
    const words = text.slice(at, at + length);
    const end = start + codePointLength(words);
    const block: Block = {
      id: names[index] ?? "",
      kind: "paragraph",
      level: null,
      text: words,
      start: codePoints(start),
      end: codePoints(end),
    };
    // One line feed stands between two blocks.
    at += length + 1;
    start = end + 1;
    return block;
  });
  return { text, blocks };
}
