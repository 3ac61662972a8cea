import { jsonValuesIn } from "./json-ld-text.ts";
import { plainOfMarkup } from "./plain-of-markup.ts";
import { sameWords } from "./same-words.ts";

/** What a page's JSON-LD says of its article; null where it does not say. */
export interface LinkedData {
  title: string | null;
  /** As written: whoever uses them cleans them. */
  authors: string[];
  publisher: string | null;
  url: string | null;
  publishedAt: string | null;
  language: string | null;
}

/** What else is known of a page, to tell its article from others it names. */
export interface KnownOfPage {
  titles: readonly string[];
  urls: readonly string[];
}

type Thing = Record<string, unknown>;

/**
 * The article (schema.org `NewsArticle`, `Article`, `BlogPosting`, …) that the `application/ld+json` scripts of a page
 * describe: alone, in a list, in a `@graph` or as what a page is about. Of several, the one whose address or headline is the
 * page's; else the first. What it only refers to by `@id` is looked up in all scripts.
 */
export function articleOfJsonLd(scripts: readonly string[], known: KnownOfPage): LinkedData | null {
  const things = scripts.flatMap((script) => jsonValuesIn(script).flatMap(thingsIn));
  const byId = new Map(
    things.flatMap((thing) =>
      typeof thing["@id"] === "string" && thing["@type"] ? [[thing["@id"], thing]] : [],
    ),
  );
  const articles = things.filter((thing) => typesOf(thing).some((type) => ARTICLE.test(type)));
  const article =
    articles.find((thing) => addressesOf(thing).some((url) => known.urls.includes(url))) ??
    articles.find((thing) => known.titles.some((title) => sameWords(title, titleOf(thing) ?? ""))) ??
    articles[0];
  if (!article) return null;
  const whole = (value: unknown): unknown[] => [value].flat().map((one) => referred(one, byId));
  return {
    title: titleOf(article),
    authors: whole(article.author ?? article.creator).flatMap(namesOf),
    publisher: whole(article.publisher ?? article.sourceOrganization).flatMap(namesOf)[0] ?? null,
    url: addressesOf(article)[0] ?? null,
    publishedAt: asText(article.datePublished) ?? asText(article.dateCreated),
    language: asText(article.inLanguage),
  };
}

const ARTICLE = /(?:Article|Posting|Report)$/;

/** A value and those in it that describe the page itself. An article may name others, as parts or as what is related. */
function thingsIn(value: unknown): Thing[] {
  const outer = [value].flat().flatMap(asThings);
  return outer.flatMap((thing) => [
    thing,
    ...[thing["@graph"], thing.mainEntity, thing.mainEntityOfPage].flat().flatMap(asThings),
  ]);
}

function asThings(value: unknown): Thing[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? [{ ...value }] : [];
}

function referred(value: unknown, byId: ReadonlyMap<unknown, Thing>): unknown {
  const [thing] = asThings(value);
  return thing && thing.name === undefined ? (byId.get(thing["@id"]) ?? value) : value;
}

function asText(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}

function typesOf(thing: Thing): string[] {
  return [thing["@type"]].flat().filter((type) => typeof type === "string");
}

function titleOf(article: Thing): string | null {
  const title = asText([article.headline].flat()[0]) ?? asText([article.name].flat()[0]);
  return title === null ? null : plainOfMarkup(title);
}

function addressesOf(article: Thing): string[] {
  const [page] = asThings(article.mainEntityOfPage);
  const written = [article.url, page?.["@id"], page?.url, article.mainEntityOfPage, article["@id"]];
  return written.flatMap((address) => asText(address) ?? []);
}

/** The name of a person or organisation, given as text or as an object. */
function namesOf(value: unknown): string[] {
  const [thing] = asThings(value);
  const name = asText(value) ?? asText([thing?.name].flat()[0]);
  return name === null ? [] : [plainOfMarkup(name)];
}
