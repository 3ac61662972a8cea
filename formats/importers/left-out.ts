import type { LeftOut } from "#domain/article-import.ts";
import type { ParsedBlock } from "#domain/block.ts";
import {
  isAdLabel,
  isOnwardLine,
  isRightsLine,
  isShareButton,
  isSureShareButton,
} from "./furniture-words.ts";

type Kind = LeftOut["why"];

/** Blocks that were found to be furniture, and why. */
export type Furniture = Map<ParsedBlock, Kind>;

/** A text of at least so many units that ends as a sentence does is the article's. */
const LEAST_PROSE = 40;

/** The blocks of an article, and those that were left out as its page's furniture, in reading order. */
export function withoutFurniture(
  blocks: readonly ParsedBlock[],
  known: ReadonlyMap<ParsedBlock, Kind>,
): { blocks: ParsedBlock[]; leftOut: LeftOut[] } {
  const furniture = new Map(known);
  addLines(blocks, furniture);
  const kept: ParsedBlock[] = [];
  const leftOut: LeftOut[] = [];
  for (const block of blocks) {
    const why = furniture.get(block);
    const last = leftOut.at(-1);
    if (why === undefined) kept.push(block);
    else if (last?.why === why && last.before === kept.length) last.blocks.push(withoutPicture(block));
    else leftOut.push({ why, before: kept.length, blocks: [withoutPicture(block)] });
  }
  return kept.length > 0 ? { blocks: kept, leftOut } : { blocks: [...blocks], leftOut: [] };
}

/** Lines that are furniture by what they say: labels of advertisements, share buttons, and behind the text rights and ways on. */
function addLines(blocks: readonly ParsedBlock[], furniture: Furniture): void {
  const end = blocks.findLastIndex((block) => !furniture.has(block) && isProse(block));
  let run: ParsedBlock[] = [];
  const endRun = () => {
    if (run.length > 1 || run.some(({ text }) => isSureShareButton(text)))
      for (const block of run) furniture.set(block, "share");
    run = [];
  };
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "cell" || block.kind === "footnote") continue;
    const isKept = !furniture.has(block);
    if (isKept && isShareButton(block.text) && /\p{L}/u.test(block.text)) run.push(block);
    else endRun();
    if (!isKept) continue;
    if (isAdLabel(block.text)) furniture.set(block, "advertisement");
    else if (at > end && isRightsLine(block.text)) furniture.set(block, "rights");
    else if (at > end && isOnwardLine(block.text)) furniture.set(block, "navigation");
  }
  endRun();
}

function isProse({ kind, text }: ParsedBlock): boolean {
  if (kind === "heading" || kind === "figure") return false;
  return text.length >= LEAST_PROSE / 2 && /[。．！？.!?]["”’」』）)]?$/u.test(text) && !isRightsLine(text);
}

/** Its bytes stay behind: what is taken back is its words. */
function withoutPicture({ picture: _, ...block }: ParsedBlock): LeftOut["blocks"][number] {
  return block;
}
