import { type Utf16Units, utf16Units } from "#domain/offset.ts";

/** A place in the DOM, as ranges and selections name one. */
export interface DomPoint {
  node: Node;
  offset: number;
}

/** The element of the block that holds `node`, inside `root`; null outside of every block. */
export function blockElementOf(root: HTMLElement, node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest<HTMLElement>("[data-block-id]") ?? null;
  return block && root.contains(block) ? block : null;
}

/**
 * The place `offset` units into a block's text. Most blocks render as one text node; where links or readings cut it, the
 * parts are walked. An offset past the end answers the end.
 */
export function pointInBlock(block: HTMLElement, offset: Utf16Units): DomPoint {
  const only = block.firstChild;
  if (only instanceof Text && only.nextSibling === null) {
    return { node: only, offset: Math.min(offset, only.length) };
  }
  let left: number = offset;
  let last: Text | null = null;
  for (const text of textNodesOf(block)) {
    if (left <= text.length) return { node: text, offset: left };
    left -= text.length;
    last = text;
  }
  return last ? { node: last, offset: last.length } : { node: block, offset: 0 };
}

/** A stretch of one text node, in its own UTF-16 units. */
export interface TextPiece {
  node: Text;
  start: number;
  end: number;
}

/**
 * The block's text from `start` to `end` units, node by node: what stands between them and is no text of the block, such
 * as the reading over a word, is in no piece.
 */
export function piecesOfBlock(block: HTMLElement, start: Utf16Units, end: Utf16Units): TextPiece[] {
  const pieces: TextPiece[] = [];
  let before = 0;
  for (const node of textNodesOf(block)) {
    if (before >= end) break;
    const from = Math.max(0, start - before);
    const to = Math.min(node.length, end - before);
    if (from < to) pieces.push({ node, start: from, end: to });
    before += node.length;
  }
  return pieces;
}

/** How many units of the block's text stand before a place inside the block. Inverse of `pointInBlock`. */
export function offsetInBlock(block: HTMLElement, { node, offset }: DomPoint): Utf16Units {
  if (node === block.firstChild && node instanceof Text) return utf16Units(Math.min(offset, node.length));
  const until = document.createRange();
  until.setStart(block, 0);
  until.setEnd(node, offset);
  let units = 0;
  for (const text of textNodesOf(block)) {
    if (text === node) return utf16Units(units + offset);
    if (until.comparePoint(text, text.length) > 0) break;
    units += text.length;
  }
  return utf16Units(units);
}

/** The nodes that hold the block's text. What stands in `<rt>` is read, not part of it. */
function* textNodesOf(block: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Text) return NodeFilter.FILTER_ACCEPT;
    return node.nodeName === "RT" ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) yield node;
}
