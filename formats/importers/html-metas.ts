import { attributeOf, type HtmlElement } from "./html-tree.ts";
import { oneLine } from "./join-lines.ts";
import { plainOfMarkup } from "./plain-of-markup.ts";

/** What the `<meta>` elements of a page say, by name. */
export interface Metas {
  /** The first content stated under the first of these names that has one. */
  first(...names: string[]): string | null;
  /** All contents stated under the first of these names that has any. */
  all(...names: string[]): string[];
}

/**
 * Reads `<meta>` elements whatever attribute names them. Names are compared in lower case and with `:` for `.`
 * (`DC.creator` is `dc:creator`); one element may have several names, as RDFa has it.
 */
export function metasOf(elements: readonly HtmlElement[]): Metas {
  const contents = new Map<string, string[]>();
  for (const element of elements) {
    if (element.tagName !== "meta") continue;
    const content = plainOfMarkup(oneLine(attributeOf(element, "content") ?? "")).trim();
    if (content === "") continue;
    for (const name of namesOf(element)) {
      const known = contents.get(name);
      if (known) known.push(content);
      else contents.set(name, [content]);
    }
  }
  const all = (...names: string[]) =>
    names.map((name) => contents.get(name)).find((found) => found !== undefined) ?? [];
  return { all, first: (...names) => all(...names)[0] ?? null };
}

function namesOf(element: HtmlElement): string[] {
  const written = ["property", "name", "itemprop"].map((name) => attributeOf(element, name)).find(Boolean);
  const names = (written ?? "").toLowerCase().replaceAll(".", ":").split(/\s+/u);
  return names.filter((name) => name !== "").slice(0, 20);
}
