import type { ParsedArticle } from "#domain/article-import.ts";
import { metadataOf } from "./html-metadata.ts";
import { mainBlocks } from "./html-root.ts";
import { parseHtml } from "./html-tree.ts";
import type { Importer } from "./importer.ts";
import { guessLanguage } from "./language.ts";
import { titleFirst } from "./title-first.ts";

/** A saved web page or a piece of one. Ruby keeps the words and drops their readings. */
export const htmlImporter: Importer = {
  id: "html",
  mediaTypes: ["text/html", "application/xhtml+xml"],
  extensions: ["html", "htm", "xhtml"],
  read: readHtml,
};

function readHtml(text: string, address?: string): ParsedArticle {
  const document = parseHtml(text);
  const stated = metadataOf(document, address);
  const blocks = mainBlocks(document);
  const language = stated.language ?? guessLanguage(blocks.map((block) => block.text).join("\n"));
  return { ...stated, ...titleFirst(blocks, stated.title), language, pictures: [], notes: [] };
}
