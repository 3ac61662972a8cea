import type { Nodes, Root, TableRow } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFootnoteFromMarkdown } from "mdast-util-gfm-footnote";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTaskListItemFromMarkdown } from "mdast-util-gfm-task-list-item";
import { cjkFriendlyExtension } from "micromark-extension-cjk-friendly";
import { gfmStrikethroughCjkFriendly } from "micromark-extension-cjk-friendly-gfm-strikethrough";
import { gfmFootnote } from "micromark-extension-gfm-footnote";
import { gfmTable } from "micromark-extension-gfm-table";
import { gfmTaskListItem } from "micromark-extension-gfm-task-list-item";
import type { ParsedArticle } from "#domain/article-import.ts";
import { HEADING_LEVELS } from "#domain/block.ts";
import { ArticleParts } from "./article-parts.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { addHtml } from "./html-blocks.ts";
import { FlowWriter, type Place } from "./html-flow.ts";
import type { Importer } from "./importer.ts";
import { guessLanguage } from "./language.ts";
import { MarkdownAddresses, withPicturesAside } from "./markdown-addresses.ts";
import { footnoteLabel, MarkdownInline } from "./markdown-inline.ts";
import { splitMarkdown } from "./markdown-pieces.ts";
import { plainTextImporter } from "./plain-text.ts";
import { pushAll } from "./push-all.ts";
import { bylineInText, dateInHead } from "./stated-in-text.ts";
import { titleFirst } from "./title-first.ts";

/**
 * CommonMark with front matter, and GitHub's tables, struck words, ticked boxes and footnotes, which stand at the end as
 * they do when it is shown.
 */
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
  const { text: bare, pictures } = withPicturesAside(body);
  const parts = new ArticleParts();
  const footnotes = new ArticleParts();
  for (const piece of splitMarkdown(bare)) {
    if (piece.length > LONGEST_PIECE) pushAll(parts.blocks, plainTextImporter.read(piece).blocks);
    else {
      const tree = treeOf(piece);
      new MarkdownReader(parts, footnotes, new MarkdownAddresses(tree, stated.url, pictures)).read(tree);
    }
  }
  pushAll(parts.blocks, footnotes.blocks);
  const titled = titleFirst(parts.blocks, stated.title);
  const language = stated.language ?? guessLanguage(titled.blocks.map((block) => block.text).join("\n"));
  return {
    ...stated,
    ...titled,
    byline: stated.byline ?? bylineInText(titled.blocks),
    publishedAt: stated.publishedAt ?? dateInHead(titled.blocks),
    language,
    pictures: parts.pictures,
    notes: parts.notes,
  };
}

const treeOf = (piece: string): Root =>
  fromMarkdown(piece, {
    // Emphasis beside Japanese, which has no spaces around it: **「…」**と. One tilde is a range: 10~20人.
    extensions: [
      cjkFriendlyExtension(),
      gfmStrikethroughCjkFriendly({ singleTilde: false }),
      gfmTaskListItem(),
      gfmTable(),
      gfmFootnote(),
    ],
    mdastExtensions: [
      gfmStrikethroughFromMarkdown(),
      gfmTaskListItemFromMarkdown(),
      gfmTableFromMarkdown(),
      gfmFootnoteFromMarkdown(),
    ],
  });

/** By a stack of its own: nested lists and quotations may be deeper than the call stack. */
class MarkdownReader {
  readonly #parts: ArticleParts;
  readonly #footnotes: ArticleParts;
  readonly #addresses: MarkdownAddresses;
  readonly #waiting: { node: Nodes; place: Place }[] = [];

  constructor(parts: ArticleParts, footnotes: ArticleParts, addresses: MarkdownAddresses) {
    this.#parts = parts;
    this.#footnotes = footnotes;
    this.#addresses = addresses;
  }

  read(tree: Root): void {
    const top: Place = { kind: "paragraph", level: 2, depth: 0, item: { hasText: false } };
    this.#waiting.push({ node: tree, place: top });
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      const { node, place } = next;
      if (this.#addLeaf(node, place) || !("children" in node)) continue;
      const inside = placeInside(node, place);
      // The items' numbers are counted on the way in, so that a list that is read from its end still begins at its start.
      const children = node.children.map((child, at) => {
        const before = at > 0 ? node.children[at - 1] : undefined;
        return { node: runsOn(before, child) ? asSection(child) : child, place: itemPlace(child, inside) };
      });
      for (const child of children.toReversed()) this.#waiting.push(child);
    }
  }

  /** Whether the node was one that holds text itself. */
  #addLeaf(node: Nodes, place: Place): boolean {
    if (node.type === "heading") this.#addText(node, { ...place, kind: "heading", level: node.depth });
    else if (node.type === "code") this.#addCode(node.value, place);
    else if (node.type === "html") addHtml(this.#parts, node.value);
    else if (node.type === "paragraph") this.#addText(node, place);
    else if (node.type === "table") this.#addTable(node.children, place);
    else return false;
    return true;
  }

  /** The text of a node, with the pictures in it after it. */
  #addText(node: Nodes, place: Place): void {
    const writer = new FlowWriter(place.footnote ? this.#footnotes : this.#parts);
    const { box } = place.item;
    if (box && !place.item.hasText) writer.text(`${box} `, place);
    new MarkdownInline(writer, this.#parts, this.#addresses).write(node, place);
    writer.flush(place);
  }

  #addCode(text: string, place: Place): void {
    const kind = place.kind === "bullet" && place.item.hasText ? "paragraph" : place.kind;
    const writer = new FlowWriter(place.footnote ? this.#footnotes : this.#parts);
    writer.text(text, { ...place, kind, isPreformatted: true });
    writer.flush({ ...place, kind });
    place.item.hasText = true;
  }

  #addTable(rows: readonly TableRow[], place: Place): void {
    const table = this.#parts.nextTable();
    for (const [above, row] of rows.entries()) {
      for (const [before, node] of row.children.entries()) {
        const where = { table, row: above + 1, column: before + 1, columnSpan: 1, rowSpan: 1 };
        this.#addText(node, { ...place, kind: "cell", cell: { ...where, isHeader: above === 0 } });
      }
    }
  }
}

/** Whether a heading follows right under other text, with no blank line between. */
const runsOn = (before: Nodes | undefined, node: Nodes): boolean =>
  node.type === "heading" && before?.position?.end.line === (node.position?.start.line ?? 0) - 1;

/** What runs on from other text heads a part of it, not the whole: it stays where it is. */
function asSection(node: Nodes): Nodes {
  if (node.type !== "heading" || node.depth !== HEADING_LEVELS.title) return node;
  return { ...node, depth: HEADING_LEVELS.section };
}

function placeInside(node: Nodes, place: Place): Place {
  switch (node.type) {
    case "list":
      return {
        ...place,
        kind: "bullet",
        depth: place.depth + 1,
        list: node.ordered ? { next: node.start ?? 1, step: 1 } : null,
      };
    case "blockquote":
      return { ...place, kind: "quotation" };
    case "footnoteDefinition":
      return { ...place, kind: "footnote", footnote: { label: footnoteLabel(node), isFirst: true } };
    default:
      return place;
  }
}

function itemPlace(node: Nodes, place: Place): Place {
  if (node.type !== "listItem") return place;
  const { list } = place;
  const ordinal = list?.next;
  if (list) list.next += list.step;
  const box = node.checked === true ? "☑" : node.checked === false ? "☐" : undefined;
  return { ...place, item: { hasText: false, ordinal, ...(box && { box }) } };
}
