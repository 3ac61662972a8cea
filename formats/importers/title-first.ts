import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { oneLine } from "./join-lines.ts";
import { inOneLine } from "./title-line.ts";

/**
 * The title of a marked-up article and its blocks with the title first: the first heading of level 1, else `stated`
 * (what the metadata says). A kicker or date above the title follows it. Further headings of level 1 become sections.
 */
export function titleFirst(
  blocks: readonly ParsedBlock[],
  stated: string | null,
): { title: string | null; blocks: ParsedBlock[] } {
  const sought = stated === null ? "" : oneLine(stated);
  const own = blocks.findIndex((block) => isTopHeading(block));
  const at = own === -1 ? blocks.findIndex((block, index) => index < 3 && block.text === sought) : own;
  const title = blocks[at] ? inOneLine(blocks[at].text) : sought || null;
  const rest = blocks.filter((_, index) => index !== at).map(asSection);
  if (title === null || (rest.length === 0 && at === -1)) return { title, blocks: rest };
  const details = blocks[at]?.details?.marks && { marks: blocks[at].details.marks };
  const text = blocks[at]?.text ?? title;
  const first: ParsedBlock = { kind: "heading", level: HEADING_LEVELS.title, text };
  return { title, blocks: [{ ...first, ...(details && { details }) }, ...rest] };
}

function isTopHeading(block: ParsedBlock): boolean {
  return block.kind === "heading" && block.level === HEADING_LEVELS.title;
}

function asSection(block: ParsedBlock): ParsedBlock {
  return isTopHeading(block) ? { ...block, level: HEADING_LEVELS.section } : block;
}
