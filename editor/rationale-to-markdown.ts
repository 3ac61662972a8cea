import {
  assertNever,
  type Rationale,
  type RationaleBlock,
  type RationaleInline,
  type RationaleListItem,
  type RationaleMark,
  type RationaleText,
} from "./rationale-node.ts";

/**
 * A rationale as CommonMark. With `numberOf`, a citation is written as its number in brackets and evidence without one
 * is left out: for reports. Without it, as `[@evidenceId]`, which `rationaleFromMarkdown` reads back.
 */
export function rationaleToMarkdown(
  rationale: Rationale,
  numberOf?: (evidenceId: string) => number | null,
): string {
  return blocksToMarkdown(rationale.content, (evidenceId) => {
    if (!numberOf) return `[@${evidenceId}]`;
    const number = numberOf(evidenceId);
    return number === null ? "" : `\\[${number}\\]`;
  });
}

type CitationWriter = (evidenceId: string) => string;

const blocksToMarkdown = (blocks: readonly RationaleBlock[], cite: CitationWriter): string =>
  blocks
    .map((block) => blockToMarkdown(block, cite))
    .filter((text) => text !== "")
    .join("\n\n");

function blockToMarkdown(block: RationaleBlock, cite: CitationWriter): string {
  switch (block.type) {
    case "paragraph":
      return escapeLineStart(inlineToMarkdown(withoutOuterBreaks(block.content), cite)).trim();
    case "blockquote":
      return prefixLines(blocksToMarkdown(block.content, cite), "> ", "> ");
    case "bulletList":
      return itemsToMarkdown(block.content, () => "- ", cite);
    case "orderedList":
      return itemsToMarkdown(block.content, (index) => `${block.attrs.start + index}. `, cite);
    default:
      return assertNever(block);
  }
}

const itemsToMarkdown = (
  items: readonly RationaleListItem[],
  markOf: (index: number) => string,
  cite: CitationWriter,
): string =>
  items
    .map((item, index) => {
      const mark = markOf(index);
      return prefixLines(blocksToMarkdown(item.content, cite), mark, " ".repeat(mark.length));
    })
    .join("\n");

const prefixLines = (text: string, first: string, rest: string): string =>
  text
    .split("\n")
    .map((line, index) => `${index === 0 ? first : line === "" ? rest.trimEnd() : rest}${line}`)
    .join("\n");

/** A line break at a paragraph's edge breaks nothing, and Markdown would read its backslash as a word. */
function withoutOuterBreaks(parts: readonly RationaleInline[]): readonly RationaleInline[] {
  const isWord = (part: RationaleInline) =>
    part.type === "citation" || (part.type === "text" && part.text.trim() !== "");
  return parts.slice(Math.max(0, parts.findIndex(isWord)), parts.findLastIndex(isWord) + 1);
}

function inlineToMarkdown(parts: readonly RationaleInline[], cite: CitationWriter): string {
  return parts.reduce((line, part) => {
    const next = partToMarkdown(part, cite);
    return line.endsWith("*") && next.startsWith("*") ? `${line}${GUARD}${next}` : line + next;
  }, "");
}

function partToMarkdown(part: RationaleInline, cite: CitationWriter): string {
  switch (part.type) {
    case "text":
      return textToMarkdown(part);
    case "hardBreak":
      return "\\\n";
    case "citation":
      return cite(part.attrs.evidenceId);
    default:
      return assertNever(part);
  }
}

/** White space stays outside the marks: `** word**` would not be bold. */
function textToMarkdown({ text, marks }: RationaleText): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/su.exec(text) ?? [];
  if (words === "") return text;
  return before + marks.reduce((inner, mark) => wrap(inner, mark), escapeInline(words)) + after;
}

function wrap(inner: string, mark: RationaleMark): string {
  switch (mark.type) {
    case "bold":
      return `**${guarded(inner)}**`;
    case "italic":
      return `*${guarded(inner)}*`;
    case "link":
      return `[${inner}](<${mark.attrs.href.replace(/[<>\\]/g, encodeURIComponent)}>)`;
    default:
      return assertNever(mark);
  }
}

/**
 * CommonMark does not see emphasis between punctuation and a letter, as in `**「北京」**と`, which is how Japanese is
 * written, nor where two emphases touch. A zero-width space inside the marks, or between the two, makes it see them.
 */
const GUARD = "\u200b";
const guarded = (inner: string): string =>
  inner.replace(/^(?=\p{P}|\p{S})/u, GUARD).replace(/(?<=\p{P}|\p{S})$/u, GUARD);

const escapeInline = (text: string): string => text.replace(/[\\`*_[\]<>&~!]/g, "\\$&");

/** What would begin a heading, list or rule at a line's start. */
const escapeLineStart = (text: string): string =>
  text.replace(/^(\s*)([#+=-])/gmu, "$1\\$2").replace(/^(\s*\d{1,9})([.)])/gmu, "$1\\$2");
