import type { UNSURE_KINDS } from "#domain/block.ts";

/** What is said of a stretch of text. The text itself is the same with and without. */
export type ArticleMark =
  | { type: "link"; attrs: { href: string } }
  | { type: "note"; attrs: { label: string } }
  | { type: "ruby"; attrs: { reading: string } }
  | { type: "raised" | "lowered" | "inserted" }
  | { type: "struck"; attrs: { words: string; side: "before" | "after" } }
  | { type: "unsure"; attrs: { what: (typeof UNSURE_KINDS)[number] } };

export interface ArticleTextNode {
  type: "text";
  text: string;
  marks?: ArticleMark[];
}

interface ArticleHeadingNode {
  type: "heading";
  attrs: { blockId: string; level: number };
  content: ArticleTextNode[];
}

interface ArticleParagraphNode {
  type: "paragraph" | "quotation";
  attrs: { blockId: string };
  content: ArticleTextNode[];
}

export interface ArticleBulletNode {
  type: "bullet";
  attrs: { blockId: string; depth: number; ordinal: number | null; sign: string | null };
  content: ArticleTextNode[];
}

export interface ArticleCellNode {
  type: "cell";
  attrs: { blockId: string; isHeader: boolean; columnSpan: number; rowSpan: number };
  content: ArticleTextNode[];
}

/** A cell without words: no block, but a place in the table. */
interface ArticleGapNode {
  type: "gap";
}

export interface ArticleRowNode {
  type: "tableRow";
  content: (ArticleCellNode | ArticleGapNode)[];
}

export interface ArticleFigureNode {
  type: "figure";
  /** All but the id null: the figure has words only. */
  attrs: { blockId: string; sha256: string | null; address: string | null; alt: string | null };
  content: ArticleTextNode[];
}

export interface ArticleFootnoteNode {
  type: "footnote";
  attrs: { blockId: string; label: string | null };
  content: ArticleTextNode[];
}

interface ArticleBulletListNode {
  type: "bulletList";
  content: ArticleBulletNode[];
}

export interface ArticleTableNode {
  type: "table";
  content: ArticleRowNode[];
}

interface ArticleFootnoteListNode {
  type: "footnoteList";
  content: ArticleFootnoteNode[];
}

/** A node that stands for exactly one block. */
export type ArticleBlockNode =
  | ArticleHeadingNode
  | ArticleParagraphNode
  | ArticleBulletNode
  | ArticleCellNode
  | ArticleFigureNode
  | ArticleFootnoteNode;

export type ArticleTopNode =
  | ArticleHeadingNode
  | ArticleParagraphNode
  | ArticleFigureNode
  | ArticleBulletListNode
  | ArticleTableNode
  | ArticleFootnoteListNode;

/** A revision's document as it is stored: TipTap JSON of `articleSchema`. */
export interface ArticleDocument {
  type: "doc";
  content: ArticleTopNode[];
}

/** The nodes that stand for one block each, in reading order. */
export function blockNodesOf(document: ArticleDocument): ArticleBlockNode[] {
  return document.content.flatMap((node): ArticleBlockNode[] => {
    if (node.type === "bulletList" || node.type === "footnoteList") return node.content;
    if (node.type !== "table") return [node];
    return node.content.flatMap((row) => row.content.filter((cell) => cell.type === "cell"));
  });
}

/** A node's words without what is said of them. */
export const textOfNode = ({ content }: { content?: readonly ArticleTextNode[] }): string =>
  (content ?? []).map((part) => part.text).join("");
