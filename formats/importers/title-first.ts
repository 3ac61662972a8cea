import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { oneLine } from "./join-lines.ts";
import { isNoTitle } from "./no-title.ts";
import { alike, sameWords } from "./same-words.ts";
import { inOneLine } from "./title-line.ts";

/** A title stands among so many blocks at the top where it is no heading, and among so many where it is none of level 1. */
const TOP = { blocks: 6, headings: 15 } as const;

/** UTF-16 units. A longer heading tells something; it is a title only where the page says the same of itself. */
const LONGEST = 200;

/** How much more like the stated title (from 0 to 1) a later heading must be than the first one. */
const CLEARLY = 0.3;

/**
 * The title of a marked-up article and its blocks with the title first: the block at the top that says what the metadata
 * says (`stated`), a heading of level 1 before others; else the first heading of level 1, unless another is clearly more
 * like it; else `stated`. A kicker or date above the title follows it. Further headings of level 1 become sections.
 *
 * @param siteNames what is the name of the site and so no title of an article
 */
export function titleFirst(
  blocks: readonly ParsedBlock[],
  stated: string | null,
  siteNames: readonly string[] = [],
): { title: string | null; blocks: ParsedBlock[] } {
  const { title, blocks: titled } = titleAndPlace(blocks, stated, siteNames);
  return { title, blocks: titled };
}

/** As `titleFirst`, with the index at which the title stood among `blocks`: -1 where none of them was it. */
export function titleAndPlace(
  blocks: readonly ParsedBlock[],
  stated: string | null,
  siteNames: readonly string[] = [],
): { title: string | null; blocks: ParsedBlock[]; from: number } {
  const sought = stated === null ? "" : oneLine(stated);
  const at = titleAt(blocks, sought, siteNames);
  const title = blocks[at] ? inOneLine(blocks[at].text) : sought || null;
  const rest = blocks.filter((_, index) => index !== at).map(asSection);
  if (title === null || (rest.length === 0 && at === -1)) return { title, blocks: rest, from: at };
  const details = blocks[at]?.details?.marks && { marks: blocks[at].details.marks };
  const text = blocks[at]?.text ?? title;
  const first: ParsedBlock = { kind: "heading", level: HEADING_LEVELS.title, text };
  return { title, blocks: [{ ...first, ...(details && { details }) }, ...rest], from: at };
}

/** The index of the block that is the title; -1 where none is. */
function titleAt(blocks: readonly ParsedBlock[], sought: string, siteNames: readonly string[]): number {
  const says = ({ text }: ParsedBlock) => sameWords(text, sought);
  const said = [
    blocks.findIndex((block) => isTopHeading(block) && says(block)),
    blocks.findIndex((block, index) => index < TOP.headings && block.kind === "heading" && says(block)),
    blocks.findIndex((block, index) => index < TOP.blocks && says(block)),
  ].find((index) => index !== -1);
  if (said !== undefined) return said;
  const isSite = (text: string) => siteNames.some((name) => sameWords(name, text));
  let best = -1;
  let likeness = 0;
  for (const [index, block] of blocks.entries()) {
    if (!isTopHeading(block) || isNoTitle(block.text) || isSite(block.text)) continue;
    const like = alike(block.text, sought);
    if (block.text.length > LONGEST && like < 2 * CLEARLY) continue;
    if (best === -1 || like > likeness + CLEARLY) [best, likeness] = [index, like];
  }
  return best;
}

function isTopHeading(block: ParsedBlock): boolean {
  return block.kind === "heading" && block.level === HEADING_LEVELS.title;
}

function asSection(block: ParsedBlock): ParsedBlock {
  return isTopHeading(block) ? { ...block, level: HEADING_LEVELS.section } : block;
}
