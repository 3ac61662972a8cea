import type { ParsedArticle } from "#domain/article-import.ts";
import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { atMostDeepest } from "./block-list.ts";
import { type DocxContent, readContent } from "./docx/blocks.ts";
import { coreProperty, type DocxPackage, openDocx } from "./docx/package.ts";
import type { FileImporter } from "./importer.ts";
import { oneLine } from "./join-lines.ts";
import { guessLanguage } from "./language.ts";
import { looksLikeTitle } from "./plain-headings.ts";
import { publishedAtFrom } from "./published-at.ts";
import { statedAuthor, statedTitle } from "./stated-by-program.ts";

/** Word documents (ECMA-376), as Word, Google Docs, LibreOffice and others write them. */
export const docxImporter: FileImporter = {
  id: "docx",
  read: async (bytes) => readDocx(bytes),
};

function readDocx(bytes: Uint8Array): ParsedArticle {
  const docx = openDocx(bytes);
  const content = readContent(docx);
  const stated = statedTitle(oneLine(coreProperty(docx, "dc:title")));
  const { title, blocks } = withTitle(content, stated);
  const text = blocks.map((block) => block.text).join("\n");
  return {
    title,
    language: guessLanguage(text) ?? languageOf(docx),
    byline: statedAuthor(oneLine(coreProperty(docx, "dc:creator"))),
    publisher: null,
    url: null,
    publishedAt: publishedAtFrom(coreProperty(docx, "dcterms:created")),
    blocks,
    pictures: content.pictures,
    notes: content.notes,
  };
}

function languageOf(docx: DocxPackage): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(coreProperty(docx, "dc:language"))?.[0].toLowerCase() ?? null;
}

/**
 * The title first: a paragraph in the style of a title; else the only heading of level 1; else what the file says its
 * title is, where it stands in the text; else a first line that looks like one. Only what stands in the text becomes a
 * block: the title a file states is often that of the file it was copied from.
 */
function withTitle(
  { blocks }: DocxContent,
  stated: string | null,
): { title: string | null; blocks: ParsedBlock[] } {
  const tops = blocks.filter(({ kind, level }) => kind === "heading" && level === HEADING_LEVELS.title);
  const at =
    [
      blocks.findIndex(({ kind, level }) => kind === "heading" && level === 0),
      tops.length === 1 && tops[0] ? blocks.indexOf(tops[0]) : -1,
      stated === null ? -1 : blocks.slice(0, 3).findIndex(({ text }) => text === stated),
      blocks[0]?.kind === "paragraph" && blocks.length > 1 && looksLikeTitle(blocks[0].text) ? 0 : -1,
    ].find((found) => found !== -1) ?? -1;
  const found = blocks[at];
  const rest = blocks.filter((block) => block !== found);
  // Sections start below the title, whatever level the document gave them.
  const highest = Math.min(...rest.map(({ kind, level }) => (kind === "heading" ? (level ?? 1) || 1 : 9)));
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
    title: found.text,
    blocks: [{ ...found, kind: "heading", level: HEADING_LEVELS.title }, ...sections],
  };
}
