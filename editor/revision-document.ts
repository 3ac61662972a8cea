import { BLOCK_SEPARATOR, type Block, type BlockDetails, type ParsedBlock } from "#domain/block.ts";
import { type BlockRun, blockRuns } from "#domain/block-runs.ts";
import { codePointLength, codePoints } from "#domain/offset.ts";
import {
  type ArticleBlockNode,
  type ArticleBulletNode,
  type ArticleCellNode,
  type ArticleDocument,
  type ArticleFootnoteNode,
  type ArticleTopNode,
  blockNodesOf,
  textOfNode,
} from "./article-document.ts";
import { footnoteLabels, settledDetails } from "./block-details.ts";
import { marksOfNodes, textNodesOf } from "./block-marks.ts";
import { isBlockText } from "./block-text.ts";
import { storableText } from "./storable-text.ts";
import { placesOfTable, tableNode } from "./table-document.ts";
import { settledTables } from "./table-grid.ts";

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
 * PostgreSQL can hold neither. Details that are not allowed are left out (`settledDetails`, `settledTables`), which never
 * changes the text. Throws RangeError when there is no block, or the text of one is not what `isBlockText` asks for: an
 * importer promises that each is.
 */
export function buildRevision(parsed: readonly ParsedBlock[]): RevisionContent {
  if (parsed.length === 0) throw new RangeError("an article has at least one block");
  let at = 0;
  const settled = settledTables(parsed);
  const labels = footnoteLabels(settled);
  const blocks = settled.map((block, index): Block => {
    const { kind, level } = block;
    const text = storableText(block.text);
    if (!isBlockText(text))
      throw new RangeError(`block ${index + 1} is empty or has a line break out of place`);
    const start = codePoints(at);
    const end = codePoints(at + codePointLength(text));
    at = end + BLOCK_SEPARATOR.length;
    const details = settledDetails(block, { text, index, labels });
    return {
      id: `b${index + 1}`,
      kind,
      level: levelOf(kind, level),
      text,
      ...(details && { details }),
      start,
      end,
    };
  });
  return { document: documentFromBlocks(blocks), text: textFromBlocks(blocks), blocks };
}

/** A revision's linear text. */
export const textFromBlocks = (blocks: readonly Block[]): string =>
  blocks.map((block) => block.text).join(BLOCK_SEPARATOR);

/**
 * The document of these blocks; neighbouring bullets share one list, neighbouring footnotes too, and the cells of a table
 * its rows. Inverse of `blocksFromDocument`.
 */
export function documentFromBlocks(blocks: readonly Block[]): ArticleDocument {
  return { type: "doc", content: blockRuns(blocks).map(topNode) };
}

function topNode(run: BlockRun): ArticleTopNode {
  const [block] = run;
  const content = textNodesOf(block.text, block.details?.marks);
  const blockId = block.id;
  switch (block.kind) {
    case "heading":
      return { type: "heading", attrs: { blockId, level: block.level ?? 2 }, content };
    case "paragraph":
    case "quotation":
      return { type: block.kind, attrs: { blockId }, content };
    case "bullet":
      return { type: "bulletList", content: run.map(bulletNode) };
    case "cell":
      return tableNode(run, cellNode);
    case "figure": {
      const { sha256 = null, address = null, alt = null } = block.details?.picture ?? {};
      return { type: "figure", attrs: { blockId, sha256, address, alt }, content };
    }
    case "footnote":
      return { type: "footnoteList", content: run.map(footnoteNode) };
  }
}

const bulletNode = ({ id, level, text, details }: Block): ArticleBulletNode => ({
  type: "bullet",
  attrs: { blockId: id, depth: level ?? 1, ordinal: details?.ordinal ?? null, sign: details?.sign ?? null },
  content: textNodesOf(text, details?.marks),
});

const footnoteNode = ({ id, text, details }: Block): ArticleFootnoteNode => ({
  type: "footnote",
  attrs: { blockId: id, label: details?.label ?? null },
  content: textNodesOf(text, details?.marks),
});

function cellNode({ id, text, details }: Block): ArticleCellNode {
  const { isHeader = false, columnSpan = 1, rowSpan = 1 } = details?.cell ?? {};
  return {
    type: "cell",
    attrs: { blockId: id, isHeader, columnSpan, rowSpan },
    content: textNodesOf(text, details?.marks),
  };
}

/** The blocks of a document that passed `parseArticleDocument`, with their offsets in its linear text. */
export function blocksFromDocument(document: ArticleDocument): Block[] {
  let at = 0;
  const tables = document.content.filter((node) => node.type === "table");
  const places = new Map(tables.flatMap((table, index) => placesOfTable(table, index + 1)));
  return blockNodesOf(document).map((node): Block => {
    const text = textOfNode(node);
    const start = codePoints(at);
    const end = codePoints(at + codePointLength(text));
    at = end + BLOCK_SEPARATOR.length;
    const marks = marksOfNodes(node.content);
    const details = { ...(marks.length > 0 && { marks }), ...detailsOfNode(node, places) };
    return {
      id: node.attrs.blockId,
      kind: node.type,
      level: levelOfNode(node),
      text,
      ...(Object.keys(details).length > 0 && { details }),
      start,
      end,
    };
  });
}

type CellPlaces = ReadonlyMap<string, BlockDetails["cell"]>;

function detailsOfNode(node: ArticleBlockNode, places: CellPlaces): BlockDetails {
  switch (node.type) {
    case "bullet":
      return {
        ...(node.attrs.ordinal !== null && { ordinal: node.attrs.ordinal }),
        ...(node.attrs.sign !== null && { sign: node.attrs.sign }),
      };
    case "cell": {
      const cell = places.get(node.attrs.blockId);
      return cell ? { cell } : {};
    }
    case "figure": {
      const { sha256, address, alt } = node.attrs;
      return alt === null ? {} : { picture: { sha256, address, alt } };
    }
    case "footnote":
      return node.attrs.label === null ? {} : { label: node.attrs.label };
    default:
      return {};
  }
}

function levelOfNode(node: ArticleBlockNode): number | null {
  if (node.type === "heading") return node.attrs.level;
  return node.type === "bullet" ? node.attrs.depth : null;
}

/** Headings and bullets always have a level, the rest never: what the document can hold, and no more. */
function levelOf(kind: Block["kind"], level: number | null): number | null {
  if (kind !== "heading" && kind !== "bullet") return null;
  const fallback = kind === "heading" ? 2 : 1;
  return Math.min(6, Math.max(1, Math.trunc(level ?? fallback)));
}
