import type { ParsedArticle } from "#domain/article-import.ts";
import { footnotesOf } from "./html-footnotes.ts";
import { baseOf, metadataOf } from "./html-metadata.ts";
import { mainParts, type Page } from "./html-root.ts";
import { parseHtml } from "./html-tree.ts";
import type { FetchedFrom, Importer } from "./importer.ts";
import { guessLanguage } from "./language.ts";
import { bylineInText, dateInHead } from "./stated-in-text.ts";
import { titleFirst } from "./title-first.ts";

/** A saved web page or a piece of one. */
export const htmlImporter: Importer = {
  id: "html",
  mediaTypes: ["text/html", "application/xhtml+xml"],
  extensions: ["html", "htm", "xhtml"],
  read: readHtml,
};

function readHtml(text: string, { address, readable }: FetchedFrom = {}): ParsedArticle {
  const document = parseHtml(text);
  const { siteNames, ...stated } = metadataOf(document, address);
  const base = baseOf(document, address ?? stated.url);
  const { blocks, pictures, notes } = mainParts(
    { document, about: { footnotes: footnotesOf(document), base } },
    readable ? readablePage(readable, base) : null,
  );
  const language = stated.language ?? guessLanguage(blocks.map((block) => block.text).join("\n"));
  const titled = titleFirst(blocks, stated.title, siteNames);
  return {
    ...stated,
    ...titled,
    byline: stated.byline ?? bylineInText(titled.blocks),
    publishedAt: stated.publishedAt ?? dateInHead(titled.blocks),
    language,
    pictures,
    notes,
  };
}

function readablePage(markup: string, base: string | null): Page {
  const document = parseHtml(markup);
  return { document, about: { footnotes: footnotesOf(document), base } };
}
