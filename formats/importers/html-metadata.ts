import type { ParsedArticle } from "#domain/article-import.ts";
import { parsedUrl } from "#domain/parsed-url.ts";
import { attributeOf, elementsOf, type HtmlElement, type HtmlParent, rawText } from "./html-tree.ts";
import { oneLine } from "./join-lines.ts";
import { articleOfJsonLd, type LinkedData } from "./json-ld.ts";
import { publishedAtFrom } from "./published-at.ts";
import { webAddressFrom } from "./web-address.ts";

/**
 * What a page says about its article outside its text; JSON-LD first, then `<meta>`, then the elements themselves.
 *
 * @param address where the page was fetched from: its own where it names no better one
 */
export function metadataOf(
  document: HtmlParent,
  address?: string,
): Omit<ParsedArticle, "blocks" | "pictures" | "notes"> {
  const elements = [...elementsOf(document)];
  const linked = elements
    .filter(isJsonLd)
    .map((script) => articleOfJsonLd(rawText(script)))
    .find((found) => found !== null);
  const metas = metaContents(elements);
  const meta = (...names: string[]) =>
    names.map((name) => metas.get(name)).find((content) => content) ?? null;
  const publisher = linked?.publisher ?? meta("og:site_name", "publisher", "application-name");
  return {
    title: linked?.title ?? meta("og:title", "twitter:title") ?? pageTitle(elements, publisher),
    language: languageOf(elements, linked ?? null),
    byline: linked?.byline ?? bylineOf(meta("author"), meta("article:author")),
    publisher,
    url: addressOf([canonicalOf(elements), meta("og:url"), linked?.url ?? null], address),
    publishedAt: publishedAtFrom(
      linked?.publishedAt ??
        meta(
          "article:published_time",
          "datepublished",
          "date",
          "pubdate",
          "dc.date",
          "dc.date.issued",
          "dcterms.created",
        ) ??
        timeOf(elements),
    ),
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
    attributeOf(element, "type")?.trim().toLowerCase() === "application/ld+json"
  );
}

function metaContents(elements: readonly HtmlElement[]): Map<string, string> {
  const contents = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== "meta") continue;
    const name = (
      attributeOf(element, "property") ??
      attributeOf(element, "name") ??
      attributeOf(element, "itemprop")
    )?.toLowerCase();
    const content = oneLine(attributeOf(element, "content") ?? "");
    if (name && content && !contents.has(name)) contents.set(name, content);
  }
  return contents;
}

/** `<title>` without the site's name behind a separator; else the first `<h1>`, wherever it stands. */
function pageTitle(elements: readonly HtmlElement[], publisher: string | null): string | null {
  const text = (tagName: string) => {
    const element = elements.find((candidate) => candidate.tagName === tagName);
    // A browser shows a run of white space as one space; below, a long one would cost its square.
    return element ? oneLine(rawText(element)).replace(/\s+/gu, " ") : "";
  };
  const title = text("title");
  const behind = publisher && title.endsWith(publisher) ? title.slice(0, -publisher.length) : title;
  const bare = behind === title ? title : behind.replace(/\s*[|｜\-–—:：・]\s*$/u, "");
  return bare || text("h1") || null;
}

function languageOf(elements: readonly HtmlElement[], linked: LinkedData | null): string | null {
  const html = elements.find((element) => element.tagName === "html");
  const declared = (html && attributeOf(html, "lang")) ?? linked?.language ?? "";
  return /^[a-z]{2,3}(?=$|[-_])/i.exec(declared.trim())?.[0].toLowerCase() ?? null;
}

/** `article:author` is often the address of a profile, which is no name. */
function bylineOf(author: string | null, articleAuthor: string | null): string | null {
  return [author, articleAuthor].find((name) => name && webAddressFrom(name) === null) ?? null;
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

function timeOf(elements: readonly HtmlElement[]): string {
  const times = elements.filter(
    (element) => element.tagName === "time" && attributeOf(element, "datetime") !== null,
  );
  const published = times.find(
    (element) =>
      attributeOf(element, "itemprop") === "datePublished" || attributeOf(element, "pubdate") !== null,
  );
  const time = published ?? times[0];
  return time ? (attributeOf(time, "datetime") ?? "") : "";
}
