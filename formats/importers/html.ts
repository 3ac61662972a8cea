import type { LeftOut, ParsedArticle } from "#domain/article-import.ts";
import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { footnotesOf } from "./html-footnotes.ts";
import { furnitureOf } from "./html-furniture.ts";
import { baseOf, metadataOf } from "./html-metadata.ts";
import { repeatedIn, withCaptions } from "./html-repeated.ts";
import { mainParts, type Page } from "./html-root.ts";
import { type HtmlParent, parseHtml } from "./html-tree.ts";
import type { FetchedFrom, Importer } from "./importer.ts";
import { guessLanguage } from "./language.ts";
import { type Furniture, withoutFurniture } from "./left-out.ts";
import { sameWords } from "./same-words.ts";
import { bylineInText, dateInHead } from "./stated-in-text.ts";
import { titleAndPlace } from "./title-first.ts";

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
  const furniture: Furniture = new Map();
  const pageOf = (root: HtmlParent): Page => ({
    document: root,
    about: {
      footnotes: footnotesOf(root),
      base,
      furniture: { elements: furnitureOf(root, siteNames), blocks: furniture },
    },
  });
  const { parts, page } = mainParts(
    pageOf(document),
    readable ? pageOf(parseHtml(readable)) : null,
    stated.title,
  );
  const shown = withCaptions(parts.blocks, (block) => furniture.has(block));
  for (const [block, why] of repeatedIn(shown, stated.title))
    if (!furniture.has(block)) furniture.set(block, why);
  const { blocks, leftOut } = withoutFurniture(shown, furniture);
  const language = stated.language ?? guessLanguage(blocks.map((block) => block.text).join("\n"));
  const { from, ...titled } = titleAndPlace(blocks, stated.title, siteNames);
  const head = behindHeadline(
    page.filter((block) => !furniture.has(block)),
    titled.title,
  );
  return {
    ...stated,
    ...titled,
    byline: stated.byline ?? bylineInText(titled.blocks) ?? bylineInText(head),
    publishedAt: stated.publishedAt ?? dateInHead(titled.blocks) ?? dateInHead(head),
    language,
    pictures: parts.pictures,
    notes: parts.notes,
    ...(leftOut.length > 0 && { leftOut: leftOut.map((left) => behindTitle(left, from, titled.blocks)) }),
  };
}

/** What stands right behind the headline in the page itself, none of it the end of a text. */
function behindHeadline(blocks: readonly ParsedBlock[], title: string | null): ParsedBlock[] {
  const at = blocks.findIndex(({ kind, text }) => kind === "heading" && sameWords(text, title ?? ""));
  return at === -1 ? [] : blocks.slice(at + 1, at + 1 + HEAD);
}

/** Blocks. */
const HEAD = 6;

/** Where furniture stood once the title, which stood at `from` or nowhere, is the first block. */
function behindTitle(left: LeftOut, from: number, blocks: readonly ParsedBlock[]): LeftOut {
  const isAdded = from === -1 && blocks[0]?.level === HEADING_LEVELS.title;
  const isMoved = from >= left.before;
  return { ...left, before: left.before + (isAdded || isMoved ? 1 : 0) };
}
