import { type Description, describe } from "#domain/anchoring/describe.ts";
import type { TextRange } from "#domain/anchoring/trim-range.ts";
import { codePoints } from "#domain/offset.ts";
import type { ArticleDom } from "./article-dom.ts";
import type { DomPoint } from "./block-dom.ts";

/** What a selection means as a claim: an anchor, or why it can't be one. `outside`: none of it is in the article. */
export type SelectedRange = Description | { state: "outside" };

/** The anchor of what is selected, snapped to graphemes and trimmed. */
export function selectedRange(article: ArticleDom, selection: Selection | null): SelectedRange {
  if (!selection || selection.rangeCount === 0) return { state: "outside" };
  const selected = textRangeOf(article, selection.getRangeAt(0));
  if (!selected) return { state: "outside" };
  return describe(article.blocks, selected);
}

/**
 * The part of a DOM range that lies in the article, in code points, or null. An end that only touches the next block,
 * as a triple click leaves it, belongs to the block before; so does the mirror case at the start.
 */
function textRangeOf(article: ArticleDom, range: Range): TextRange | null {
  const whole = document.createRange();
  whole.selectNodeContents(article.root);
  if (!range.intersectsNode(article.root)) return null;
  const startsInside = range.compareBoundaryPoints(Range.START_TO_START, whole) >= 0;
  const endsInside = range.compareBoundaryPoints(Range.END_TO_END, whole) <= 0;
  const first = article.blocks[0];
  const last = article.blocks.at(-1);
  if (!first || !last) return null;
  const start = startsInside
    ? startOf(article, { node: range.startContainer, offset: range.startOffset })
    : first.start;
  const end = endsInside ? endOf(article, { node: range.endContainer, offset: range.endOffset }) : last.end;
  return { start, end: codePoints(Math.max(start, end)) };
}

/** The first character at or after a place. */
function startOf(article: ArticleDom, point: DomPoint): TextRange["start"] {
  const inside = article.offsetOf(point);
  if (inside && inside.offset < inside.block.end) return inside.offset;
  const next = article.blocks.find((block) =>
    inside ? block.start > inside.offset : compare(article, block.id, point) >= 0,
  );
  return next?.start ?? inside?.offset ?? article.blocks.at(-1)?.end ?? codePoints(0);
}

/** The end of the last character before a place. */
function endOf(article: ArticleDom, point: DomPoint): TextRange["end"] {
  const inside = article.offsetOf(point);
  if (inside && inside.offset > inside.block.start) return inside.offset;
  const before = article.blocks.findLast((block) =>
    inside ? block.end < inside.offset : compare(article, block.id, point) < 0,
  );
  return before?.end ?? inside?.offset ?? codePoints(0);
}

/** Negative when a block stands before a place of the page that is in no block, positive when it stands after. */
function compare(article: ArticleDom, blockId: string, { node, offset }: DomPoint): number {
  const element = article.elementOf(blockId);
  if (!element) return -1;
  const upTo = document.createRange();
  upTo.setStart(node, offset);
  return upTo.comparePoint(element, 0);
}
