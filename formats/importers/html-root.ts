import type { ArticleParts } from "./article-parts.ts";
import { type HtmlPage, partsUnder } from "./html-blocks.ts";
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent } from "./html-tree.ts";

/** An `<article>` with less than this share of what `<main>` or the page holds is a card, not what the page is about. */
const LEAST_SHARE = 1 / 3;

/** How much more a reader view must find than the page's own `<article>` or `<main>` to be believed over it. */
const MUCH_MORE = 5 / 4;

export interface Page {
  document: HtmlParent;
  about: HtmlPage;
}

/**
 * The parts of what a page is about. Where the page itself marks its text (`<article>`, `<main>`), that is taken: a reader
 * view leaves out what it takes for decoration, and no word of an article may be missing; unless it finds much more. Where
 * the page marks nothing, the reader view knows better than we do what is menu and what is text.
 *
 * @param readable what a reader view shows of the page
 */
export function mainParts(page: Page, readable: Page | null): ArticleParts {
  const own = ownParts(page);
  if (!readable) return own;
  const shown = partsUnder(readable.document, readable.about, { forms: false, headers: false });
  const enough = isMarked(page.document) ? lengthOf(own) * MUCH_MORE : 0;
  return lengthOf(shown) > enough ? shown : own;
}

const isMarked = (document: HtmlParent): boolean =>
  [...elementsOf(document)].some((element) => isArticle(element) || isMain(element));

/**
 * What we take a page to be about by ourselves: its longest `<article>`, unless that is a mere card; else `<main>`; else the
 * body. A page that stands in one form as a whole is read with its form.
 */
function ownParts({ document, about }: Page): ArticleParts {
  const found = withoutForms(document, about, true);
  return lengthOf(found) > 0 ? found : withoutForms(document, about, false);
}

function withoutForms(document: HtmlParent, about: HtmlPage, forms: boolean): ArticleParts {
  const inside = { forms, headers: false };
  const main = [...elementsOf(document)].find(isMain);
  const page = main ? partsUnder(main, about, inside) : partsUnder(document, about, { forms, headers: true });
  const longest = outermostArticles(document)
    .map((article) => partsUnder(article, about, inside))
    .reduce<ArticleParts | null>(
      (best, next) => (best && lengthOf(next) <= lengthOf(best) ? best : next),
      null,
    );
  return longest && lengthOf(longest) > lengthOf(page) * LEAST_SHARE ? longest : page;
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

function lengthOf({ blocks }: ArticleParts): number {
  return blocks.reduce((length, block) => length + block.text.length, 0);
}
