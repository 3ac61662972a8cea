import { BLOCK_SEPARATOR, type Block, type ParsedBlock } from "#domain/block.ts";
import { codePointLength, codePoints } from "#domain/offset.ts";
import {
  type ArticleBlockNode,
  type ArticleBulletNode,
  type ArticleDocument,
  type ArticleTopNode,
  blockNodesOf,
} from "./article-document.ts";
import { storableText } from "./storable-text.ts";

/** What a revision is made of, all three derived from one another; its hash is the server's to compute. */
export interface RevisionContent {
  document: ArticleDocument;
  /** Block texts joined by `BLOCK_SEPARATOR`. */
  text: string;
  blocks: Block[];
}

/**
 * A revision's document, linear text and blocks from what an importer understood. Ids are `b1`, `b2`, … in reading
 * order, so that the same text always gives the same revision. Half surrogate pairs and NUL become U+FFFD, because
 * PostgreSQL can hold neither. Throws RangeError when there is no block, or a block is empty or holds a line break:
 * an importer promises that none is.
 */
export function buildRevision(parsed: readonly ParsedBlock[]): RevisionContent {
  if (parsed.length === 0) throw new RangeError("an article has at least one block");
  let at = 0;
  const blocks = parsed.map(({ kind, level, text: raw }, index): Block => {
    const text = storableText(raw);
    if (text === "" || /[\r\n]/.test(text))
      throw new RangeError(`block ${index + 1} is empty or has a line break`);
    const start = codePoints(at);
    const end = codePoints(at + codePointLength(text));
    at = end + BLOCK_SEPARATOR.length;
    return { id: `b${index + 1}`, kind, level: levelOf(kind, level), text, start, end };
  });
  return { document: documentFromBlocks(blocks), text: textFromBlocks(blocks), blocks };
}

/** A revision's linear text. */
export const textFromBlocks = (blocks: readonly Block[]): string =>
  blocks.map((block) => block.text).join(BLOCK_SEPARATOR);

/** The document of these blocks; neighbouring bullets share one list. Inverse of `blocksFromDocument`. */
export function documentFromBlocks(blocks: readonly Block[]): ArticleDocument {
  const content: ArticleTopNode[] = [];
  for (const block of blocks) {
    const node = nodeFromBlock(block);
    const last = content.at(-1);
    if (node.type !== "bullet") content.push(node);
    else if (last?.type === "bulletList") last.content.push(node);
    else content.push({ type: "bulletList", content: [node] });
  }
  return { type: "doc", content };
}

/** The blocks of a document that passed `parseArticleDocument`, with their offsets in its linear text. */
export function blocksFromDocument(document: ArticleDocument): Block[] {
  let at = 0;
  return blockNodesOf(document).map((node): Block => {
    const text = node.content.map((part) => part.text).join("");
    const start = codePoints(at);
    const end = codePoints(at + codePointLength(text));
    at = end + BLOCK_SEPARATOR.length;
    return { id: node.attrs.blockId, kind: node.type, level: levelOfNode(node), text, start, end };
  });
}

function nodeFromBlock(block: Block): ArticleBlockNode {
  const content: ArticleBulletNode["content"] = [{ type: "text", text: block.text }];
  const blockId = block.id;
  switch (block.kind) {
    case "heading":
      return { type: "heading", attrs: { blockId, level: block.level ?? 2 }, content };
    case "bullet":
      return { type: "bullet", attrs: { blockId, depth: block.level ?? 1 }, content };
    case "paragraph":
    case "quotation":
      return { type: block.kind, attrs: { blockId }, content };
    case "cell":
    case "figure":
    case "footnote":
      throw new RangeError(`a document can't hold a ${block.kind} yet`);
  }
}

function levelOfNode(node: ArticleBlockNode): number | null {
  if (node.type === "heading") return node.attrs.level;
  return node.type === "bullet" ? node.attrs.depth : null;
}

/** Headings and bullets always have a level, the rest never: what the document can hold, and no more. */
function levelOf(kind: Block["kind"], level: number | null): number | null {
  if (kind === "paragraph" || kind === "quotation") return null;
  const fallback = kind === "heading" ? 2 : 1;
  return Math.min(6, Math.max(1, Math.trunc(level ?? fallback)));
}
