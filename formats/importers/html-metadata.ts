import type { ParsedArticle } from "#domain/article-import.ts";
import { parsedUrl } from "#domain/parsed-url.ts";
import { bylineFrom, joinedNames } from "./byline-name.ts";
import { bylineIn } from "./html-bylines.ts";
import { dateIn } from "./html-dates.ts";
import { headingLevelOf } from "./html-elements.ts";
import { linesIn } from "./html-lines.ts";
import { type Metas, metasOf } from "./html-metas.ts";
import { namesIn } from "./html-names.ts";
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent, LINK, rawText } from "./html-tree.ts";
import { oneLine } from "./join-lines.ts";
import { articleOfJsonLd, type LinkedData } from "./json-ld.ts";
import { isNoTitle } from "./no-title.ts";
import { publishedAtFrom } from "./published-at.ts";
import { alike, sameWords } from "./same-words.ts";
import { withoutSiteName } from "./site-suffix.ts";
import { webAddressFrom } from "./web-address.ts";

/** What a page says about its article outside its text. */
export interface PageMetadata extends Omit<ParsedArticle, "blocks" | "pictures" | "notes" | "leftOut"> {
  /** What the site is called, wherever the page says it: none of them is a title or a byline. */
  siteNames: string[];
}

/**
 * What a page says about its article outside its text; JSON-LD first, then `<meta>`, then the elements themselves.
 *
 * @param address where the page was fetched from: its own where it names no better one
 */
export function metadataOf(document: HtmlParent, address?: string): PageMetadata {
  const elements = [...elementsOf(document)];
  const metas = metasOf(elements);
  const written = titlesIn(elements, metas);
  const linked = articleOfJsonLd(elements.filter(isJsonLd).map(rawText), {
    titles: [...written.stated, ...written.shown],
    urls: [canonicalOf(elements), metas.first("og:url"), address].filter((url) => typeof url === "string"),
  });
  const publisher =
    linked?.publisher ?? metas.first("og:site_name", "publisher", "application-name", "dc:publisher");
  const url = addressOf([canonicalOf(elements), metas.first("og:url"), linked?.url ?? null], address);
  const siteNames = [
    ...[publisher, metas.first("og:site_name"), metas.first("application-name")],
    ...namesOfHome(elements, url),
    ...written.logos,
  ].filter((name) => name !== null);
  const stated = [...(linked?.title ? [linked.title] : []), ...written.stated];
  const known = {
    sites: siteNames,
    host: url === null ? null : (parsedUrl(url)?.hostname ?? null),
    titles: stated,
    headings: written.shown,
  };
  const titles = stated.map((one) => withoutSiteName(one, known));
  const title = titleOf(titles, written.tops) ?? written.tops[0] ?? "";
  const headline = headlineOf(elements, title);
  return {
    title: title || null,
    language: languageOf(elements, linked),
    byline: bylineOf({ elements, metas, linked, siteNames, headline }),
    publisher,
    url,
    publishedAt: dateOf({ elements, metas, linked, headline }),
    siteNames,
  };
}

/** What relative addresses of the page are relative to: its `<base>`, else its own address. */
export function baseOf(document: HtmlParent, url: string | null): string | null {
  const base = [...elementsOf(document)].find(({ tagName }) => tagName === "base");
  const written = (base && attributeOf(base, "href")) ?? "";
  const stated = parsedUrl(written, url);
  return stated ? webAddressFrom(stated.href) : url;
}

function isJsonLd(element: HtmlElement): boolean {
  return (
    element.tagName === "script" &&
    /^\s*application\/ld\+json\s*(?:;|$)/i.test(attributeOf(element, "type") ?? "")
  );
}

/** Titles as a page states them, the best first, and the headings it shows that may be one. */
function titlesIn(
  elements: readonly HtmlElement[],
  metas: Metas,
): { stated: string[]; tops: string[]; shown: string[]; logos: string[] } {
  const title = elements.find(({ tagName }) => tagName === "title");
  // A browser shows a run of white space as one space; below, a long one would cost its square.
  const inHead = title ? oneLine(rawText(title)).replace(/\s+/gu, " ") : null;
  const stated = [
    ...["og:title", "twitter:title", "dc:title", "dcterms:title", "citation_title", "parsely-title"],
    ...["sailthru:title", "cxenseparse:title"],
  ].map((name) => metas.first(name));
  const all = elements.filter(({ tagName }) => tagName === "h1" || tagName === "h2").slice(0, 60);
  const headings = all.filter((heading) => !isLogo(heading));
  const textOf = (heading: HtmlElement) => oneLine((linesIn(heading, 400) ?? []).join("\n"));
  const tops = headings.filter(({ tagName }) => tagName === "h1").map(textOf);
  return {
    stated: [...stated, inHead].filter((text) => text !== null).filter((text) => text !== ""),
    tops: tops.filter((text) => !isNoTitle(text)),
    shown: headings.map(textOf).filter((text) => text !== ""),
    logos: all
      .filter(isLogo)
      .map(textOf)
      .filter((text) => text !== "" && text.length <= LONGEST_NAME),
  };
}

/** A longer name of a site, in UTF-16 units, is a heading that is named so. */
const LONGEST_NAME = 40;

const isLogo = (heading: HtmlElement): boolean =>
  /[ -](?:logo|site-(?:title|name|logo|branding)|brand(?:ing)?|masthead)[ -]/.test(namesIn(heading));

/**
 * The best of the titles a page states; one of them that it shows as its heading instead, where the best has nothing in common
 * with any heading: some pages state the name of their site's front page as that of every article.
 */
function titleOf(stated: readonly string[], tops: readonly string[]): string | null {
  const [best] = stated;
  if (best === undefined) return null;
  if (tops.length === 0 || tops.some((top) => alike(top, best) > STRANGE)) return best;
  return stated.find((one) => tops.some((top) => sameWords(top, one))) ?? best;
}

/** From 0 to 1: titles that have less in common are of two things. */
const STRANGE = 0.2;

function headlineOf(elements: readonly HtmlElement[], title: string): HtmlElement | null {
  const headings = elements.filter((element) => headingLevelOf(element) !== null).slice(0, 200);
  const said = headings.find((heading) =>
    sameWords(oneLine((linesIn(heading, 400) ?? []).join("\n")), title),
  );
  return said ?? headings.find(({ tagName }) => tagName === "h1") ?? null;
}

/** What the links to the site's front page say: its name, or that of its logo. */
function namesOfHome(elements: readonly HtmlElement[], url: string | null): string[] {
  const home = parsedUrl("/", url)?.href ?? "/";
  const links = elements.filter(
    (element) => element.tagName === LINK && ["/", home].includes(attributeOf(element, "href") ?? ""),
  );
  return links.slice(0, 5).flatMap((link) => {
    const images = [...elementsOf(link)].filter(({ tagName }) => tagName === "img").slice(0, 3);
    const alts = images.map((image) => attributeOf(image, "alt")?.trim() ?? "");
    return [...(linesIn(link, 80) ?? []), ...alts].filter((name) => name.length > 1);
  });
}

interface Known {
  elements: readonly HtmlElement[];
  metas: Metas;
  linked: LinkedData | null;
  headline: HtmlElement | null;
}

/** Who signed: what the page states before what it shows. That the site wrote it is no byline; its publisher says so. */
function bylineOf({
  elements,
  metas,
  linked,
  headline,
  siteNames,
}: Known & { siteNames: readonly string[] }): string | null {
  const label = metas.first("twitter:label1") ?? "";
  const sources = [
    linked?.authors ?? [],
    metas.all("dc:creator", "dcterms:creator", "dcterm:creator"),
    metas.all("author"),
    metas.all("parsely-author", "sailthru:author", "cxenseparse:author", "byl", "citation_author"),
    // `article:author` is often the address of a profile, which is no name.
    metas.all("article:author", "og:article:author", "article:author_name", "author_name"),
    /author|written by|著者|執筆|作成者|投稿者/i.test(label) ? metas.all("twitter:data1") : [],
  ];
  const stated = sources
    .map((names) => joinedNames(names.flatMap((name) => bylineFrom(name) ?? [])))
    .filter((name) => name !== null);
  const isSite = (name: string) => siteNames.some((site) => sameWords(site, name));
  return stated.find((name) => !isSite(name)) ?? bylineIn(elements, headline, isSite);
}

function dateOf({ elements, metas, linked, headline }: Known): string | null {
  const stated = [
    linked?.publishedAt ?? null,
    ...[
      ...["article:published_time", "og:article:published_time", "og:published_time", "datepublished"],
      ...["parsely-pub-date", "sailthru:date", "cxenseparse:recs:publishtime", "article:published"],
      ...["dc:date:issued", "dcterms:issued", "dc:date", "dcterms:date", "dcterms:created"],
      ...["date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "published"],
      ...["citation_publication_date", "citation_date", "article:create_at"],
    ].map((name) => metas.first(name)),
  ];
  for (const written of stated) {
    const date = written === null ? null : publishedAtFrom(written);
    if (date !== null) return date;
  }
  return dateIn(elements, headline);
}

function languageOf(elements: readonly HtmlElement[], linked: LinkedData | null): string | null {
  const html = elements.find((element) => element.tagName === "html");
  const declared = (html && attributeOf(html, "lang")) ?? linked?.language ?? "";
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(declared.trim())?.[0].toLowerCase() ?? null;
}

/** The first of `stated` that is an address of its own. Some sites name their front page on every page of theirs. */
function addressOf(stated: readonly (string | null)[], address: string | undefined): string | null {
  const found = stated
    .map((url) => webAddressFrom(url ?? "", address))
    .filter((url) => url !== null)
    .find((url) => address === undefined || isFrontPage(address) || !isFrontPage(url));
  return found ?? address ?? null;
}

function isFrontPage(address: string): boolean {
  const { pathname, search } = new URL(address);
  return pathname === "/" && search === "";
}

function canonicalOf(elements: readonly HtmlElement[]): string | null {
  const link = elements.find(
    (element) => element.tagName === "link" && attributeOf(element, "rel")?.toLowerCase() === "canonical",
  );
  return link ? attributeOf(link, "href") : null;
}
