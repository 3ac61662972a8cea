import type { ParsedArticle } from "#domain/article-import.ts";
import { footnotesOf } from "./html-footnotes.ts";
import { baseOf, metadataOf } from "./html-metadata.ts";
import { mainParts } from "./html-root.ts";
import { parseHtml } from "./html-tree.ts";
import type { Importer } from "./importer.ts";
import { guessLanguage } from "./language.ts";
import { titleFirst } from "./title-first.ts";

/** A saved web page or a piece of one. */
export const htmlImporter: Importer = {
  id: "html",
  mediaTypes: ["text/html", "application/xhtml+xml"],
  extensions: ["html", "htm", "xhtml"],
  read: readHtml,
};

function readHtml(text: string, address?: string): ParsedArticle {
  const document = parseHtml(text);
  const stated = metadataOf(document, address);
  const { blocks, pictures, notes } = mainParts(document, {
    footnotes: footnotesOf(document),
    base: baseOf(document, address ?? stated.url),
  });
  const language = stated.language ?? guessLanguage(blocks.map((block) => block.text).join("\n"));
  return { ...stated, ...titleFirst(blocks, stated.title), language, pictures, notes };
}
