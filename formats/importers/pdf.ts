import type { ParsedArticle } from "#domain/article-import.ts";
import type { FileImporter } from "./importer.ts";
import { oneLine } from "./join-lines.ts";
import { guessLanguage } from "./language.ts";
import { blocksOf } from "./pdf/blocks.ts";
import { type PdfContent, readPages } from "./pdf/document.ts";
import { readingOf } from "./pdf/reading.ts";
import { RefusedImport } from "./refused-import.ts";
import { statedAuthor, statedTitle } from "./stated-by-program.ts";
import { dateInHead } from "./stated-in-text.ts";
import { withStatedTitle } from "./with-stated-title.ts";

/** PDF by its text layer: the letters as they are placed on its pages, from which lines and paragraphs are told. */
export const pdfImporter: FileImporter = {
  id: "pdf",
  read: readPdf,
};

async function readPdf(bytes: Uint8Array): Promise<ParsedArticle> {
  return articleOf(await readPages(bytes));
}

/**
 * What the pages of a PDF say.
 *
 * @throws RefusedImport SCAN
 */
export function articleOf({ pages: drawn, stated }: PdfContent): ParsedArticle {
  refuseUnreadable(drawn);
  const { paragraphs, measure, notes } = readingOf(drawn);
  const { title, blocks } = withStatedTitle(
    blocksOf(paragraphs, measure),
    statedTitle(oneLine(stated.title)),
  );
  const text = blocks.map((block) => block.text).join("\n");
  return {
    title,
    language: guessLanguage(text) ?? stated.language,
    byline: statedAuthor(oneLine(stated.author)),
    publisher: null,
    url: null,
    // When its file was made is when nothing was published.
    publishedAt: dateInHead(blocks),
    blocks,
    pictures: [],
    notes,
  };
}

/** A page's letters that nobody can name. */
const NAMELESS = /[\ufffd\p{Co}]/gu;
const MOST_NAMELESS = 0.3;

function refuseUnreadable(pages: PdfContent["pages"]): void {
  let letters = 0;
  let nameless = 0;
  for (const { drawn } of pages)
    for (const { text } of drawn) {
      letters += text.length;
      nameless += text.match(NAMELESS)?.length ?? 0;
    }
  if (letters === 0 || nameless > letters * MOST_NAMELESS) throw new RefusedImport("SCAN");
}
