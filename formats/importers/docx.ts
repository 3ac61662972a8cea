import type { ParsedArticle } from "#domain/article-import.ts";
import { readContent } from "./docx/blocks.ts";
import { coreProperty, type DocxPackage, openDocx } from "./docx/package.ts";
import type { FileImporter } from "./importer.ts";
import { oneLine } from "./join-lines.ts";
import { guessLanguage } from "./language.ts";
import { statedAuthor, statedTitle } from "./stated-by-program.ts";
import { dateInHead } from "./stated-in-text.ts";
import { withStatedTitle } from "./with-stated-title.ts";

/** Word documents (ECMA-376), as Word, Google Docs, LibreOffice and others write them. */
export const docxImporter: FileImporter = {
  id: "docx",
  read: async (bytes) => readDocx(bytes),
};

function readDocx(bytes: Uint8Array): ParsedArticle {
  const docx = openDocx(bytes);
  const content = readContent(docx);
  const stated = statedTitle(oneLine(coreProperty(docx, "dc:title")));
  const { title, blocks } = withStatedTitle(content.blocks, stated);
  const text = blocks.map((block) => block.text).join("\n");
  return {
    title,
    language: guessLanguage(text) ?? languageOf(docx),
    byline: statedAuthor(oneLine(coreProperty(docx, "dc:creator"))),
    publisher: null,
    url: null,
    // When its file was made, or the template it was made from, is when nothing was published.
    publishedAt: dateInHead(blocks),
    blocks,
    pictures: content.pictures,
    notes: content.notes,
  };
}

function languageOf(docx: DocxPackage): string | null {
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(coreProperty(docx, "dc:language"))?.[0].toLowerCase() ?? null;
}
