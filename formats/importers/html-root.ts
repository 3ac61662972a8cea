import { HEADING_LEVELS, type ParsedBlock } from "#domain/block.ts";
import type { ArticleParts } from "./article-parts.ts";
import { type HtmlPage, partsUnder } from "./html-blocks.ts";
import { linesIn } from "./html-lines.ts";
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent, isElement } from "./html-tree.ts";
import { unshownLists } from "./html-unshown.ts";
import { alike, sameWords, wordsAlone } from "./same-words.ts";

/** An `<article>` with less than this share of what `<main>` or the page holds is a card, not what the page is about. */
const LEAST_SHARE = 1 / 3;
/** One that holds the headline of the page is none, however long the lists around it are, if it has so many units more. */
const LEAST_HEADED = 200;

/** How much more a reader view must find than the page's own `<article>` or `<main>` to be believed over it. */
const MUCH_MORE = 5 / 4;

/** Of what stands around an `<article>`, the share that a reader view must show, and so many units of it at the least. */
const MOST_SHOWN = 0.6;
const LEAST_AROUND = 40;
/** Elements that hold an `<article>` and nothing more are few. */
const MOST_STEPS = 8;

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
export function mainParts(page: Page, readable: Page | null, headline: string | null): Main {
  const found = ownParts(page, headline);
  if (!readable) return { parts: found.parts, page: found.parts.blocks };
  const shown = partsUnder(readable.document, readable.about, { forms: false, headers: false });
  const own = widened(found, page, shown);
  const enough = found.isMarked ? lengthOf(own) * MUCH_MORE : 0;
  if (lengthOf(withoutThose(shown, found.others)) > enough) {
    raiseHeadings(shown, page.document, headline);
    return { parts: shown, page: own.blocks };
  }
  const { furniture } = page.about;
  for (const [block, why] of unshownLists(own.blocks, shown.blocks))
    if (furniture && !furniture.blocks.has(block)) furniture.blocks.set(block, why);
  return { parts: own, page: own.blocks };
}

export interface Main {
  parts: ArticleParts;
  /** What the page itself shows, of which the parts may be only what a reader view leaves: who wrote it stands beside the title. */
  page: readonly ParsedBlock[];
}

/** A reader view makes every `<h1>` an `<h2>`: one that is like the title may be it. */
function raiseHeadings({ blocks }: ArticleParts, document: HtmlParent, headline: string | null): void {
  const tops = new Set(
    [...elementsOf(document)]
      .filter(({ tagName }) => tagName === "h1")
      .map(shownText)
      .filter((top) => headline === null || alike(top, headline) >= LIKE)
      .map(wordsAlone),
  );
  for (const block of blocks)
    if (block.kind === "heading" && tops.has(wordsAlone(block.text))) block.level = HEADING_LEVELS.title;
}

/** From 0 to 1. */
const LIKE = 0.3;

const shownText = (element: HtmlElement): string => (linesIn(element, 400) ?? []).join(" ");

/** What was read, and whether the page marks it as its text: cards of other articles are marks as well, and mark nothing. */
interface Own {
  parts: ArticleParts;
  /** The `<article>` it is; null for a whole page or its `<main>`. */
  article: HtmlElement | null;
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
  const own = longestOf(headed);
  if (own) {
    const others = articles.filter((one) => one !== own).map(({ parts }) => parts);
    return { parts: own.parts, article: own.element, isMarked: true, others };
  }
  const any = longestOf(articles);
  if (any && lengthOf(any.parts) > lengthOf(page) * LEAST_SHARE)
    return { parts: any.parts, article: any.element, isMarked: true, others: [] };
  return { parts: page, article: null, isMarked: main !== undefined, others: [] };
}

interface Article {
  element: HtmlElement;
  parts: ArticleParts;
}

function longestOf(all: readonly Article[]): Article | null {
  return all.reduce<Article | null>(
    (best, next) => (best && lengthOf(next.parts) <= lengthOf(best.parts) ? best : next),
    null,
  );
}

/**
 * An article with what stands right around it, as long as the reader view shows most of that: a picture with its caption or
 * a lead may stand before the `<article>` that they belong to.
 */
function widened({ parts, article, others }: Own, { about }: Page, shown: ArticleParts): ArticleParts {
  if (others.length > 0) return parts;
  const isShown = new Set(shown.blocks.map(({ text }) => text));
  let own = parts;
  let around = article?.parentNode;
  for (let step = 0; step < MOST_STEPS && around && isElement(around); step += 1) {
    if (WHOLE.has(around.tagName)) break;
    const wider = partsUnder(around, about, { forms: true, headers: false });
    const known = new Set(own.blocks.map(({ text }) => text));
    const more = wider.blocks.filter(({ text, kind }) => kind !== "figure" && !known.has(text));
    const both = { blocks: more.filter(({ text }) => isShown.has(text)) };
    if (lengthOf({ blocks: more }) > 0) {
      if (lengthOf(both) < LEAST_AROUND || lengthOf(both) < lengthOf({ blocks: more }) * MOST_SHOWN) break;
      own = wider;
    }
    around = around.parentNode;
  }
  return own;
}

const WHOLE = new Set(["html", "body", "main"]);

function isHeaded(article: HtmlElement, headline: string): boolean {
  for (const element of elementsOf(article))
    if (element.tagName === "h1" && sameWords(shownText(element), headline)) return true;
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
