import type { ImportNoteKind } from "#domain/article-import.ts";
import { attributeOf, type HtmlElement } from "./html-tree.ts";

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
  const isSeen = !isHidden(element) && !isTiny(element);
  return isSeen ? (MISSED[element.tagName] ?? null) : null;
}

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
