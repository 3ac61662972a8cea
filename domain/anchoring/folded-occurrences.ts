import type { Block } from "../block.ts";
import { boundaryTest } from "../grapheme.ts";
import { codePointLength, codePoints, utf16Units } from "../offset.ts";
import { cutsToken } from "./cuts-token.ts";
import { type FoldedText, fold } from "./fold.ts";
import { MAX_OCCURRENCES, type Occurrence } from "./occurrences.ts";

interface FoldedBlock {
  block: Block;
  folded: FoldedText;
  /** The folded characters as one string, to search in. */
  words: string;
  /** For each code point of the block's text, and its end, the UTF-16 offset. */
  units: Int32Array;
}

/** Revisions do not change, and an import asks thousands of times: each is folded once. */
const known = new WeakMap<readonly Block[], FoldedBlock[]>();

function foldedBlocks(blocks: readonly Block[]): FoldedBlock[] {
  const before = known.get(blocks);
  if (before) return before;
  const folded = blocks.map((block) => foldedBlock(block));
  known.set(blocks, folded);
  return folded;
}

function foldedBlock(block: Block): FoldedBlock {
  const folded = fold(block.text);
  const units = [0];
  for (const point of block.text) units.push((units.at(-1) ?? 0) + point.length);
  return { block, folded, words: folded.characters.join(""), units: Int32Array.from(units) };
}

/**
 * The places where the words of `exact` stand inside one block, however they are set (see `fold`), in reading order. A
 * place that would cut a number, a word or a sign in two is none: 「2人」 does not stand in 「12人」.
 */
export function foldedOccurrencesOf(blocks: readonly Block[], exact: string): Occurrence[] {
  const words = fold(exact).characters.join("");
  const found: Occurrence[] = [];
  if (words === "") return found;
  const length = codePointLength(words);
  for (const one of foldedBlocks(blocks)) {
    const isBoundary = boundaryTest(one.block.text);
    let counted = { units: 0, points: 0 };
    for (let index = one.words.indexOf(words); index >= 0; index = one.words.indexOf(words, index + 1)) {
      // Counting goes on from the place before, so that a long block is walked once.
      const at = counted.points + codePointLength(one.words.slice(counted.units, index));
      counted = { units: index, points: at };
      const place = placeAt(one, at, length, isBoundary);
      if (place) found.push(place);
      if (found.length >= MAX_OCCURRENCES) return found;
    }
  }
  return found;
}

function placeAt(
  { block, folded, units }: FoldedBlock,
  at: number,
  length: number,
  isBoundary: ReturnType<typeof boundaryTest>,
): Occurrence | null {
  const { characters, starts, ends } = folded;
  const last = at + length - 1;
  const [start, end] = [starts[at] ?? 0, ends[last] ?? 0];
  // One sign may fold to several: a place begins and ends with whole ones.
  if (starts[at - 1] === start || ends[last + 1] === end) return null;
  if (ends[at - 1] === start && cutsToken(characters, at)) return null;
  if (starts[last + 1] === end && cutsToken(characters, last + 1)) return null;
  const isWhole = isBoundary(utf16Units(units[start] ?? 0)) && isBoundary(utf16Units(units[end] ?? 0));
  return isWhole ? { block, local: { start: codePoints(start), end: codePoints(end) } } : null;
}
