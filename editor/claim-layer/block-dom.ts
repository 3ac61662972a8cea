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
 * The place `offset` units into a block's text. A block renders as one text node; where a browser extension has split
 * it, the parts are walked. An offset past the end answers the end.
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

function* textNodesOf(block: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) if (node instanceof Text) yield node;
}
