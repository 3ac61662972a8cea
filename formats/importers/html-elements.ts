import type { ImportNoteKind } from "#domain/article-import.ts";
import { attributeOf, elementsOf, type HtmlElement } from "./html-tree.ts";

const words = (list: string) => new Set(list.split(" "));

/** Begin and end a block of text. */
const BLOCKS = words(
  "address article blockquote body caption center dd details div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p pre search section summary table tbody td tfoot th thead tr ul",
);

/** Never part of an article. `rt` and `rp`: the reading beside a word, which is no text; the word itself stays. */
const DROPPED = words(
  "script style nav aside footer noscript template head title button select textarea input dialog iframe object " +
    "video audio canvas svg math rt rp rtc datalist noframes noembed frameset search",
);
/** Of what is dropped, what a reader of the source saw and would miss. */
const MISSED: Readonly<Record<string, ImportNoteKind>> = {
  video: "video",
  audio: "audio",
  iframe: "embed",
  object: "embed",
  math: "formula",
  canvas: "chart",
};

const DROPPED_ROLES = words("navigation search banner contentinfo complementary");

const HIDDEN_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** What is to be told of an element that is dropped; null for what nobody misses, such as scripts. */
export function missedAs(element: HtmlElement): ImportNoteKind | null {
  if (isHidden(element) || isTiny(element)) return null;
  // Most drawings are signs and logos; one with words is a chart or a map.
  if (element.tagName === "svg") return hasDrawnWords(element) ? "chart" : null;
  return MISSED[element.tagName] ?? null;
}

function hasDrawnWords(drawing: HtmlElement): boolean {
  for (const { tagName } of elementsOf(drawing))
    if (tagName === "text" || tagName === "foreignObject") return true;
  return false;
}

/** What a box to tick shows, which is part of what a page says: `☑`, `☐`. Null for what is none. */
export function checkboxSign(element: HtmlElement): string | null {
  if (element.tagName !== "input" || isHidden(element)) return null;
  const type = attributeOf(element, "type")?.toLowerCase();
  if (type !== "checkbox" && type !== "radio") return null;
  const isOn = attributeOf(element, "checked") !== null;
  return type === "radio" ? (isOn ? "◉" : "○") : isOn ? "☑" : "☐";
}

/** What is drawn in a line of text and left out: the words on both sides of it are seen apart. */
const DRAWN = words("math canvas svg iframe object video audio button select textarea input");

export const isSeenApart = (element: HtmlElement): boolean =>
  DRAWN.has(element.tagName) && !isHidden(element) && !isTiny(element);

/** A pixel that counts readers. */
export function isTiny(element: HtmlElement): boolean {
  const size = (name: string) => Number.parseInt(attributeOf(element, name) ?? "100", 10);
  return size("width") <= 1 || size("height") <= 1;
}

export function isBlockElement(element: HtmlElement): boolean {
  return BLOCKS.has(element.tagName);
}

export function isDropped(element: HtmlElement): boolean {
  if (DROPPED.has(element.tagName) && attributeOf(element, "role") !== "doc-footnote") return true;
  return isHidden(element) || DROPPED_ROLES.has(attributeOf(element, "role") ?? "");
}

function isHidden(element: HtmlElement): boolean {
  return element.attrs.some(
    ({ name, value }) =>
      name === "hidden" ||
      (name === "aria-hidden" && value === "true") ||
      (name === "style" && HIDDEN_STYLE.test(value)),
  );
}

/** 1 to 6, or null for what is no heading. */
export function headingLevelOf(element: HtmlElement): number | null {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1];
  if (level) return Number(level);
  if (attributeOf(element, "role") !== "heading") return null;
  const stated = Number(attributeOf(element, "aria-level"));
  return stated >= 1 && stated <= 6 ? Math.trunc(stated) : 2;
}
