import type { LeftOut } from "#domain/article-import.ts";
import type { ParsedBlock } from "#domain/block.ts";
import { codePointLength } from "#domain/offset.ts";
import {
  asksToSignUp,
  isAdLabel,
  isControl,
  isOnwardLine,
  isRightsLine,
  isShareButton,
  isSureControl,
  isSureShareButton,
  referralLength,
} from "./furniture-lines.ts";
import { hasJapanese } from "./japanese-letters.ts";

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

/**
 * Lines that are furniture by what they say: labels of advertisements, buttons, ways to another article, and behind the text
 * rights, ways on and offers to be sent more.
 */
function addLines(blocks: readonly ParsedBlock[], furniture: Furniture): void {
  const end = blocks.findLastIndex((block) => !furniture.has(block) && isProse(block));
  addRuns(blocks, furniture, { why: "share", is: isButton, isSure: isSureShareButton });
  addRuns(blocks, furniture, { why: "navigation", is: isWorked, isSure: isSureControl });
  for (const [at, block] of blocks.entries()) {
    if (block.kind === "cell" || block.kind === "footnote" || furniture.has(block)) continue;
    const { text } = block;
    if (isAdLabel(text)) furniture.set(block, "advertisement");
    else if ((at > end || hasJapanese(text)) && isReferral(block)) furniture.set(block, "related");
    else if (at > end && isRightsLine(text)) furniture.set(block, "rights");
    else if (at > end && isOnwardLine(text)) furniture.set(block, "navigation");
    else if (at > end && asksToSignUp(text)) furniture.set(block, "advertisement");
  }
}

interface Run {
  why: Kind;
  is: (block: ParsedBlock) => boolean;
  /** Whether one alone is enough. */
  isSure: (text: string) => boolean;
}

/** Buttons side by side: one word alone may be what an article says. */
function addRuns(blocks: readonly ParsedBlock[], furniture: Furniture, { why, is, isSure }: Run): void {
  let run: ParsedBlock[] = [];
  const endRun = () => {
    if (run.length > 1 || run.some(({ text }) => isSure(text)))
      for (const block of run) furniture.set(block, why);
    run = [];
  };
  for (const block of blocks) {
    if (block.kind === "cell" || block.kind === "footnote") continue;
    if (!furniture.has(block) && is(block)) run.push(block);
    else endRun();
  }
  endRun();
}

const isButton = ({ text }: ParsedBlock): boolean => isShareButton(text) && /\p{L}/u.test(text);
/** Lists tell of what buttons say in instructions. */
const isWorked = ({ kind, text }: ParsedBlock): boolean => kind === "paragraph" && isControl(text);

/** `Related: …`, 【関連記事】… where all that follows is a link. */
function isReferral({ kind, text, details }: ParsedBlock): boolean {
  const said = kind === "paragraph" || kind === "heading" ? referralLength(text) : 0;
  if (said === 0) return false;
  let linked = 0;
  for (const mark of details?.marks ?? []) if (mark.type === "link") linked += mark.end - mark.start;
  return linked > 0 && linked >= (codePointLength(text) - said) * 0.8;
}

function isProse({ kind, text }: ParsedBlock): boolean {
  if (kind === "heading" || kind === "figure") return false;
  return (
    text.length >= LEAST_PROSE / 2 &&
    /[。．！？.!?]["”’」』）)]?$/u.test(text) &&
    !isRightsLine(text) &&
    !asksToSignUp(text)
  );
}

/** Its bytes stay behind: what is taken back is its words. */
function withoutPicture({ picture: _, ...block }: ParsedBlock): LeftOut["blocks"][number] {
  return block;
}
