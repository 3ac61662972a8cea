import type { Nodes } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import type { ParsedArticle } from "#domain/article-import.ts";
import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import { addBlock } from "./block-list.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { blocksOfHtml } from "./html-blocks.ts";
import type { Importer } from "./importer.ts";
import { guessLanguage } from "./language.ts";
import { splitMarkdown } from "./markdown-pieces.ts";
import { tableCells } from "./markdown-table.ts";
import { plainTextImporter } from "./plain-text.ts";
import { titleFirst } from "./title-first.ts";

/** CommonMark, with front matter and pipe tables. Items of every list are bullets; links keep their text, images their alt text. */
export const markdownImporter: Importer = {
  id: "markdown",
  mediaTypes: ["text/markdown", "text/x-markdown"],
  extensions: ["md", "markdown", "mdown"],
  read: readMarkdown,
};

/** UTF-16 units. The parser's time can grow with the square of a paragraph; no paragraph of an article is this long. */
const LONGEST_PIECE = 50_000;

function readMarkdown(text: string): ParsedArticle {
  const { stated, body } = splitFrontMatter(text);
  const blocks: ParsedBlock[] = [];
  for (const piece of splitMarkdown(withoutInlineData(body))) {
    if (piece.length > LONGEST_PIECE) addAll(blocks, plainTextImporter.read(piece).blocks);
    else addPiece(blocks, piece);
  }
  const titled = titleFirst(blocks, stated.title);
  const language = stated.language ?? guessLanguage(titled.blocks.map((block) => block.text).join("\n"));
  return { ...stated, ...titled, language, pictures: [], notes: [] };
}

/** One by one: as arguments of a single call, a hundred thousand blocks would not fit on the stack. */
function addAll(blocks: ParsedBlock[], more: readonly ParsedBlock[]): void {
  for (const block of more) blocks.push(block);
}

/** Pictures written into the text itself: megabytes in one line, none of it words. */
function withoutInlineData(text: string): string {
  return text.replace(/\(data:[^()\s]*\)/g, "()");
}

/** Where a node stands: what its paragraphs are. `item` is shared by an item's paragraphs, the first of which is its bullet. */
interface Place {
  kind: "paragraph" | "quotation" | "bullet";
  depth: number;
  item: { hasText: boolean };
}

/** By a stack of its own: nested lists and quotations may be deeper than the call stack. */
function addPiece(blocks: ParsedBlock[], piece: string): void {
  const top: Place = { kind: "paragraph", depth: 0, item: { hasText: false } };
  const waiting: { node: Nodes; place: Place }[] = [{ node: fromMarkdown(piece), place: top }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, place } = next;
    if (addLeaf(blocks, node, place) || !("children" in node)) continue;
    const inside = placeInside(node, place);
    for (const child of node.children.toReversed()) {
      waiting.push({
        node: child,
        place: child.type === "listItem" ? { ...inside, item: { hasText: false } } : inside,
      });
    }
  }
}

function placeInside(node: Nodes, place: Place): Place {
  if (node.type === "list") return { ...place, kind: "bullet", depth: place.depth + 1 };
  return node.type === "blockquote" ? { ...place, kind: "quotation" } : place;
}

/** Whether the node was one that holds text itself. */
function addLeaf(blocks: ParsedBlock[], node: Nodes, place: Place): boolean {
  if (node.type === "heading") addBlock(blocks, "heading", textOf(node), node.depth);
  else if (node.type === "code") addProse(blocks, node.value, place);
  else if (node.type === "html") addAll(blocks, blocksOfHtml(node.value));
  else if (node.type === "paragraph") {
    const text = textOf(node);
    for (const cell of tableCells(text) ?? [text]) addProse(blocks, cell, place);
  } else return false;
  return true;
}

function addProse(blocks: ParsedBlock[], text: string, place: Place): void {
  const kind = place.kind === "bullet" && place.item.hasText ? "paragraph" : place.kind;
  addBlock(blocks, kind, text, kind === "bullet" ? place.depth : HEADING_LEVELS.section);
  place.item.hasText = true;
}

/** The words of inline nodes; HTML tags among them are dropped, `<br>` and hard breaks are line breaks. */
function textOf(node: Nodes): string {
  const parts: string[] = [];
  const waiting: Nodes[] = [node];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.type === "text" || next.type === "inlineCode") parts.push(next.value);
    else if (next.type === "image" || next.type === "imageReference") parts.push(next.alt ?? "");
    else if (next.type === "break" || (next.type === "html" && /^<br\b/i.test(next.value))) parts.push("\n");
    else if ("children" in next) waiting.push(...next.children.toReversed());
  }
  return parts.join("");
}
