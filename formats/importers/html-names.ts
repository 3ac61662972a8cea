import { attributeOf, type HtmlElement, isElement } from "./html-tree.ts";

/** What people name an element by: `class`, `id` and the like. Where they are not separated, a capital begins a word. */
const NAMING = ["class", "id", "role", "aria-label", "data-testid", "data-component", "itemprop"];

/** A longer list of classes (in UTF-16 units) is generated and says nothing more. */
const MOST_UNITS = 500;

/**
 * The names of an element in lower case, each between spaces and with a single hyphen between its words:
 * ` article-author byline `. To be searched with patterns that say where words begin and end.
 */
export function namesIn(element: HtmlElement): string {
  const written = NAMING.map((name) => attributeOf(element, name) ?? "").join(" ");
  if (written.trim() === "") return "";
  const words = written
    .slice(0, MOST_UNITS)
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[_:/]+|-{2,}/g, "-");
  return ` ${words.replace(/\s+/g, " ")} `;
}

/** Of elements in the order of their page, those that `is` applies to and all in them. `<body>` and `<main>` hold too much. */
export function withAllInside(
  elements: readonly HtmlElement[],
  is: (element: HtmlElement) => boolean,
): Set<HtmlElement> {
  const found = new Set<HtmlElement>();
  for (const element of elements) {
    if (WHOLE.has(element.tagName)) continue;
    const { parentNode } = element;
    if ((parentNode && isElement(parentNode) && found.has(parentNode)) || is(element)) found.add(element);
  }
  return found;
}

const WHOLE = new Set(["html", "body", "main"]);
