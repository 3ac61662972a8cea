import type { ParsedBlock } from "#domain/block.ts";
import type { ArticleParts } from "./article-parts.ts";
import { type HtmlPage, partsUnder } from "./html-blocks.ts";
import { linesIn } from "./html-lines.ts";
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent } from "./html-tree.ts";
import { unshownLists } from "./html-unshown.ts";
import { sameWords } from "./same-words.ts";

/** An `<article>` with less than this share of what `<main>` or the page holds is a card, not what the page is about. */
const LEAST_SHARE = 1 / 3;
/** One that holds the headline of the page is none, however long the lists around it are, if it has so many units more. */
const LEAST_HEADED = 200;

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
 * @param headline what the page says its title is
 */
export function mainParts(page: Page, readable: Page | null, headline: string | null): ArticleParts {
  const { parts: own, isMarked, others } = ownParts(page, headline);
  if (!readable) return own;
  const shown = partsUnder(readable.document, readable.about, { forms: false, headers: false });
  const enough = isMarked ? lengthOf(own) * MUCH_MORE : 0;
  if (lengthOf(withoutThose(shown, others)) > enough) return shown;
  for (const [block, why] of unshownLists(own.blocks, shown.blocks))
    page.about.furniture?.blocks.set(block, why);
  return own;
}

/** What was read, and whether the page marks it as its text: cards of other articles are marks as well, and mark nothing. */
interface Own {
  parts: ArticleParts;
  isMarked: boolean;
  /** What stands beside the article with the headline in others, which a reader view may take for more of it. */
  others: readonly ArticleParts[];
}

/**
 * What we take a page to be about by ourselves: the `<article>` with its headline, else its longest one, unless that is a
 * mere card; else `<main>`; else the body. A page that stands in one form as a whole is read with its form.
 */
function ownParts(page: Page, headline: string | null): Own {
  const found = withoutForms(page, headline, true);
  return lengthOf(found.parts) > 0 ? found : withoutForms(page, headline, false);
}

function withoutForms({ document, about }: Page, headline: string | null, forms: boolean): Own {
  const inside = { forms, headers: false };
  const main = [...elementsOf(document)].find(isMain);
  const page = main ? partsUnder(main, about, inside) : partsUnder(document, about, { forms, headers: true });
  const articles = outermostArticles(document).map((element) => ({
    element,
    parts: partsUnder(element, about, inside),
  }));
  const least = LEAST_HEADED + (headline?.length ?? 0);
  const headed = articles.filter(
    ({ element, parts }) => lengthOf(parts) > least && headline !== null && isHeaded(element, headline),
  );
  const longest = longestOf(headed.map(({ parts }) => parts));
  if (longest) {
    const others = articles.filter(({ parts }) => parts !== longest).map(({ parts }) => parts);
    return { parts: longest, isMarked: true, others };
  }
  const any = longestOf(articles.map(({ parts }) => parts));
  if (any && lengthOf(any) > lengthOf(page) * LEAST_SHARE) return { parts: any, isMarked: true, others: [] };
  return { parts: page, isMarked: main !== undefined, others: [] };
}

function longestOf(all: readonly ArticleParts[]): ArticleParts | null {
  return all.reduce<ArticleParts | null>(
    (best, next) => (best && lengthOf(next) <= lengthOf(best) ? best : next),
    null,
  );
}

function isHeaded(article: HtmlElement, headline: string): boolean {
  for (const element of elementsOf(article))
    if (element.tagName === "h1" && sameWords((linesIn(element, 400) ?? []).join(" "), headline)) return true;
  return false;
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

function withoutThose({ blocks }: ArticleParts, others: readonly ArticleParts[]): { blocks: ParsedBlock[] } {
  const texts = new Set(others.flatMap((other) => other.blocks.map(({ text }) => text)));
  return { blocks: blocks.filter(({ text }) => !texts.has(text)) };
}

function lengthOf({ blocks }: { blocks: readonly ParsedBlock[] }): number {
  return blocks.reduce((length, block) => length + block.text.length, 0);
}
