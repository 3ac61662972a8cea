import { articleSchema } from "./article-schema.ts";

interface ArticleTextNode {
  type: "text";
  text: string;
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
  attrs: { blockId: string; depth: number };
  content: ArticleTextNode[];
}

interface ArticleBulletListNode {
  type: "bulletList";
  content: ArticleBulletNode[];
}

/** A node that stands for exactly one block. */
export type ArticleBlockNode = ArticleHeadingNode | ArticleParagraphNode | ArticleBulletNode;

export type ArticleTopNode = ArticleHeadingNode | ArticleParagraphNode | ArticleBulletListNode;

/** A revision's document as it is stored: TipTap JSON of `articleSchema`. */
export interface ArticleDocument {
  type: "doc";
  content: ArticleTopNode[];
}

/** The nodes that stand for one block each, in reading order. */
export function blockNodesOf(document: ArticleDocument): ArticleBlockNode[] {
  return document.content.flatMap((node): ArticleBlockNode[] =>
    node.type === "bulletList" ? node.content : [node],
  );
}

export type ParsedArticleDocument =
  | { ok: true; document: ArticleDocument }
  | {
      ok: false;
      problem: {
        code: "not_an_article" | "empty_block" | "line_break_in_block" | "duplicate_block_id";
        detail: string;
      };
    };

/**
 * Checks that unknown JSON (a database column, an upload) is an article document and answers it without anything the
 * schema does not know. Beyond the schema it demands what linear text needs: every block has text, no block holds a
 * line break, and no two blocks share an id. Never throws.
 */
export function parseArticleDocument(json: unknown): ParsedArticleDocument {
  let document: ArticleDocument;
  try {
    const node = articleSchema.nodeFromJSON(json);
    node.check();
    if (node.type !== articleSchema.topNodeType)
      throw new RangeError(`expected a doc, got ${node.type.name}`);
    document = node.toJSON() as ArticleDocument;
  } catch (error) {
    return refuse("not_an_article", error instanceof Error ? error.message : String(error));
  }
  const seen = new Set<string>();
  for (const { attrs, content } of blockNodesOf(document)) {
    const text = (content ?? []).map((part) => part.text).join("");
    if (text === "") return refuse("empty_block", attrs.blockId);
    if (/[\r\n]/.test(text)) return refuse("line_break_in_block", attrs.blockId);
    if (seen.has(attrs.blockId)) return refuse("duplicate_block_id", attrs.blockId);
    seen.add(attrs.blockId);
  }
  return { ok: true, document };
}

type Problem = Extract<ParsedArticleDocument, { ok: false }>["problem"];

const refuse = (code: Problem["code"], detail: string): ParsedArticleDocument => ({
  ok: false,
  problem: { code, detail },
});
