import { type ArticleDocument, blockNodesOf, textOfNode } from "./article-document.ts";
import { articleSchema } from "./article-schema.ts";
import { isBlockText } from "./block-text.ts";

export type ParsedArticleDocument =
  | { ok: true; document: ArticleDocument }
  | {
      ok: false;
      problem: {
        code: "not_an_article" | "empty_block" | "stray_line_break" | "duplicate_block_id";
        detail: string;
      };
    };

/**
 * Checks that unknown JSON (a database column, an upload) is an article document and answers it without anything the
 * schema does not know. Beyond the schema it demands what linear text needs: every block has text, line breaks in it are
 * where `isBlockText` allows them, and no two blocks share an id. Never throws.
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
  for (const node of blockNodesOf(document)) {
    const text = textOfNode(node);
    const { blockId } = node.attrs;
    if (text === "") return refuse("empty_block", blockId);
    if (!isBlockText(text)) return refuse("stray_line_break", blockId);
    if (seen.has(blockId)) return refuse("duplicate_block_id", blockId);
    seen.add(blockId);
  }
  return { ok: true, document };
}

type Problem = Extract<ParsedArticleDocument, { ok: false }>["problem"];

const refuse = (code: Problem["code"], detail: string): ParsedArticleDocument => ({
  ok: false,
  problem: { code, detail },
});
