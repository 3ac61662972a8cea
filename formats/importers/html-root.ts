import type { ParsedBlock } from "#domain/block.ts";
import { blocksUnder } from "./html-blocks.ts";
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent } from "./html-tree.ts";

/** An `<article>` with less than this share of what `<main>` or the page holds is a card, not what the page is about. */
const LEAST_SHARE = 1 / 3;

/**
 * The blocks of what a page is about: its longest `<article>`, unless that is a mere card; else `<main>`; else the
 * body. A page that stands in one form as a whole is read with its form.
 */
export function mainBlocks(document: HtmlParent): ParsedBlock[] {
  const found = withoutForms(document, true);
  return lengthOf(found) > 0 ? found : withoutForms(document, false);
}

function withoutForms(document: HtmlParent, forms: boolean): ParsedBlock[] {
  const inside = { forms, headers: false };
  const main = [...elementsOf(document)].find(isMain);
  const page = main ? blocksUnder(main, inside) : blocksUnder(document, { forms, headers: true });
  const longest = outermostArticles(document)
    .map((article) => blocksUnder(article, inside))
    .reduce<ParsedBlock[]>((best, next) => (lengthOf(next) > lengthOf(best) ? next : best), []);
  return lengthOf(longest) > lengthOf(page) * LEAST_SHARE ? longest : page;
}

function outermostArticles(document: HtmlParent): HtmlElement[] {
  return [...elementsOf(document, (element) => !isArticle(element))].filter(isArticle);
}

function isArticle(element: HtmlElement): boolean {
  return element.tagName === "article" || attributeOf(element, "role") === "article";
}

function isMain(element: HtmlElement): boolean {
  return element.tagName === "main" || attributeOf(element, "role") === "main";
}

function lengthOf(blocks: readonly ParsedBlock[]): number {
  return blocks.reduce((length, block) => length + block.text.length, 0);
}
