import type { W3cSelector } from "#domain/anchoring/selector.ts";
import type { ForeignAnnotation } from "#domain/annotation.ts";
import { toCodePoints, utf16Units } from "#domain/offset.ts";

/**
 * An annotation's selectors with positions in code points of `text`, the linear text in which it is looked for. Positions
 * were counted in the text of the page, which need not be this one: they are a hint, and the words prove it.
 */
export function selectorsIn(text: string, { selectors, positionUnit }: ForeignAnnotation): W3cSelector[] {
  return positionUnit === "code_points" ? selectors : selectors.map((one) => converted(text, one));
}

/** Only a position in the whole text can be counted again; one that refines a passage counts within that. */
function converted(text: string, selector: W3cSelector): W3cSelector {
  if (selector.type !== "TextPositionSelector") return selector;
  const [start, end] = [utf16Units(selector.start), utf16Units(selector.end)];
  return { ...selector, start: toCodePoints(text, start), end: toCodePoints(text, end) };
}
