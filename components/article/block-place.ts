/** Between a block's text as it is drawn and offsets in it. Readings over the text are drawn and are not part of it. */
const IS_NO_TEXT = "rt, rp, [data-no-text]";

function* textNodes(root: Node): Generator<Text> {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (!node.parentElement?.closest(IS_NO_TEXT)) yield node as Text;
}

/** The UTF-16 offset in the text of `root` of a place in its tree; null where that is no text of it. */
export function offsetOfPlace(root: Node, place: { node: Node; offset: number }): number | null {
  let before = 0;
  for (const text of textNodes(root)) {
    if (text === place.node) return before + place.offset;
    before += text.length;
  }
  return null;
}

/** What is drawn of UTF-16 units `start` to `end` of the text of `root`. */
export function drawnRange(root: Node, start: number, end: number): Range | null {
  const range = document.createRange();
  let before = 0;
  let isBegun = false;
  for (const text of textNodes(root)) {
    const reach = before + text.length;
    if (!isBegun && start <= reach) {
      range.setStart(text, start - before);
      isBegun = true;
    }
    if (isBegun && end <= reach) {
      range.setEnd(text, end - before);
      return range;
    }
    before = reach;
  }
  return null;
}

/** The UTF-16 offset in the text of `root` that is nearest to a point of the window; null where the point is elsewhere. */
export function offsetAtPoint(root: Node, x: number, y: number): number | null {
  const place = placeAtPoint(x, y);
  return place && root.contains(place.node) ? offsetOfPlace(root, place) : null;
}

/** As browsers since 2025 say it, or as Safari says it. */
function placeAtPoint(x: number, y: number): { node: Node; offset: number } | null {
  if ("caretPositionFromPoint" in document) {
    const found = document.caretPositionFromPoint(x, y);
    return found && { node: found.offsetNode, offset: found.offset };
  }
  const found = (document as Document).caretRangeFromPoint(x, y);
  return found && { node: found.startContainer, offset: found.startOffset };
}
