import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { atMostDeepest } from "./block-list.ts";
import { looksLikeTitle } from "./plain-headings.ts";
import { inOneLine } from "./title-line.ts";

/**
 * An article with its title first: a heading of level 0, which its importer knows to be the title; else the only heading of level 1; else what the file says its
 * title is, where it stands in the text; else a first line that looks like one. Only what stands in the text becomes a
 * block: the title a file states is often that of the file it was copied from.
 */
export function withStatedTitle(
  blocks: readonly ParsedBlock[],
  stated: string | null,
): { title: string | null; blocks: ParsedBlock[] } {
  const tops = blocks.filter(({ kind, level }) => kind === "heading" && level === HEADING_LEVELS.title);
  const at =
    [
      blocks.findIndex(({ kind, level }) => kind === "heading" && level === 0),
      tops.length === 1 && tops[0] ? blocks.indexOf(tops[0]) : -1,
      stated === null ? -1 : blocks.slice(0, 3).findIndex(({ text }) => text === stated),
      blocks[0]?.kind === "paragraph" && blocks.length > 1 && isHeadline(blocks[0].text) ? 0 : -1,
    ].find((found) => found !== -1) ?? -1;
  const found = blocks[at];
  const rest = blocks.filter((block) => block !== found);
  // Sections start below the title, whatever level the document gave them.
  const highest = rest.reduce(
    (least, { kind, level }) => (kind === "heading" ? Math.min(least, (level ?? 1) || 1) : least),
    9,
  );
  const down = highest === 1 ? 1 : 0;
  const sections = rest.map((block) =>
    block.kind === "heading"
      ? { ...block, level: Math.max(HEADING_LEVELS.section, atMostDeepest((block.level || 1) + down)) }
      : block.kind === "bullet"
        ? { ...block, level: atMostDeepest(block.level ?? 1) }
        : block,
  );
  if (!found) return { title: stated, blocks: sections };
  return {
    title: inOneLine(found.text),
    blocks: [{ ...found, kind: "heading", level: HEADING_LEVELS.title }, ...sections],
  };
}

/** Rows of `日時：…`, `同意：☑` are a form's head, and a headline has two lines at most. */
const LABELED = /^[^：:\n]{1,8}：/mu;
const isHeadline = (text: string): boolean =>
  looksLikeTitle(text) && !LABELED.test(text) && text.split("\n").length <= 2;
