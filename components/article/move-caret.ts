import { boundaryTest, graphemeBoundaries } from "#domain/grapheme.ts";
import { type CodePoints, codePoints, toCodePoints, toUtf16, utf16Units } from "#domain/offset.ts";
import { caretRect } from "./block-caret-mark.tsx";
import { offsetAtPoint } from "./block-place.ts";

/** The place between two characters of `text` that is nearest before UTF-16 unit `units`, in code points. */
export function placeBetween(text: string, units: number): CodePoints {
  const isEdge = boundaryTest(text);
  let at = Math.min(Math.max(units, 0), text.length);
  while (at > 0 && !isEdge(utf16Units(at))) at -= 1;
  return toCodePoints(text, utf16Units(at));
}

/** Where a key takes the caret from code point `at` of `text`, which is drawn in `drawn`; null where the key is none of it. */
export function movedCaret(key: string, at: number, text: string, drawn: Element | null): number | null {
  const edges = graphemeBoundaries(text);
  switch (key) {
    case "ArrowRight":
      return edges.find((edge) => edge > at) ?? at;
    case "ArrowLeft":
      return edges.findLast((edge) => edge < at) ?? at;
    case "Home":
      return 0;
    case "End":
      return edges.at(-1) ?? at;
    case "ArrowUp":
    case "ArrowDown":
      return lineAway(key === "ArrowDown" ? 1 : -1, at, text, drawn);
    default:
      return null;
  }
}

/** The same place one line up or down; the text's edge where there is no such line. */
function lineAway(by: 1 | -1, at: number, text: string, drawn: Element | null): number {
  const edge = by === 1 ? (graphemeBoundaries(text).at(-1) ?? at) : 0;
  const from = drawn && caretRect(drawn, toUtf16(text, codePoints(at)));
  if (!drawn || !from) return edge;
  // Readings and raised text make lines of several heights: somewhere within the next two is another line.
  for (const lines of [1, 1.5, 2]) {
    const y = from.top + from.height / 2 + by * lines * from.height;
    const units = offsetAtPoint(drawn, from.x, y);
    const next = units === null ? null : placeBetween(text, units);
    if (next !== null && (by === 1 ? next > at : next < at)) return next;
  }
  return edge;
}
