import { bylineFrom, joinedNames } from "./byline-name.ts";
import { isDropped } from "./html-elements.ts";
import { linesIn } from "./html-lines.ts";
import { namesIn, withAllInside } from "./html-names.ts";
import { attributeOf, type HtmlElement, type HtmlNode, isElement, LINK, pushChildren } from "./html-tree.ts";

/** Pages that name more people list articles or comments. */
const MOST_CANDIDATES = 300;

/** A longer text (in UTF-16 units) is one about its author, or a whole page. */
const LONGEST = 400;

/** Names of one byline stand so many elements from one another at most. */
const WITHIN = 10;

/** What belongs to other texts than the article: readers' remarks, other articles, who else writes. */
const FOREIGN =
  /[ -](?:comments?|commentlist|comment-list|respond|disqus|related|recommend\w*|popular|ranking|trending|sidebar|side|teaser|promo|cards?|carousel|newsletter|footer|nav|menu|breadcrumbs?|latest|most-read|read-more|more-from|next-article|prev|widget|avatar|testimonials?|quote|replies|reply)[ -]/;

const BYLINE =
  /[ -](?:byline|bylines|by-line|byline-name|author|authors|authorname|authored|auteur|auteurs|autor|autore|writer|writers|reporter|journalist|contributor|署名|記者|筆者|著者|執筆者|ライター)(?:-(?:name|names|link|info|text|inner|line|title|full-name|fullname|wrapper|container|block|box|list|label|date))*[ ]/;

/** Of what stands in a byline, what is no name. */
const BESIDE =
  /[ -](?:date|dates|time|timestamp|published|publish|updated|pubdate|modified|comments?|count|counts|share|sharing|social|twitter|facebook|email|mail|follow|role|job|position|title|bio|biography|desc|description|avatar|image|img|photo|icon|read-time|reading-time|readtime|duration|tooltip|popup|location|source|category|tags?|sr-only|visually-hidden|screen-reader-text)[ -]/;

interface Candidate {
  element: HtmlElement;
  at: number;
  kind: "itemprop" | "rel" | "named" | "address";
  lines: string[];
}

/**
 * Who wrote an article, as its page shows it: `itemprop=author`, `rel=author`, `<address>`, or what is named a byline.
 * Null where that is not certain: bylines of comments and of other articles on the page are none of its own.
 *
 * @param headline where its title stands, or null: of several bylines the one next to it counts
 * @param isSite whether a name is that of the site, which signs nothing
 */
export function bylineIn(
  elements: readonly HtmlElement[],
  headline: HtmlElement | null,
  isSite: (name: string) => boolean,
): string | null {
  const found = candidatesIn(elements);
  const title = headline ? elements.indexOf(headline) : -1;
  for (const kind of ["itemprop", "rel", "named", "address"] as const) {
    const own = found.filter((candidate) => candidate.kind === kind);
    const names = nearest(own, title)
      .map((candidate) => ({ at: candidate.at, name: nameIn(candidate) }))
      .filter(({ name }) => name !== null && !isSite(name));
    const byline = joinedNames(together(names).flatMap(({ name }) => name ?? []));
    if (byline !== null) return byline;
  }
  return null;
}

function candidatesIn(elements: readonly HtmlElement[]): Candidate[] {
  const found: Candidate[] = [];
  const foreign = withAllInside(elements, isForeign);
  // A byline inside a byline is read with it.
  const inside = new Set<unknown>();
  for (const [at, element] of elements.entries()) {
    if (foreign.has(element)) continue;
    if (inside.has(element.parentNode)) {
      inside.add(element);
      continue;
    }
    const kind = kindOf(element);
    if (kind === null) continue;
    // A whole article may be said to be its author's.
    const lines = linesIn(element, LONGEST, isBeside);
    if (lines === null) continue;
    inside.add(element);
    found.push({ element, at, kind, lines });
    if (found.length >= MOST_CANDIDATES) break;
  }
  return found;
}

function kindOf(element: HtmlElement): Candidate["kind"] | null {
  if (/(?:^|\s)(?:author|creator)(?:\s|$)/i.test(attributeOf(element, "itemprop") ?? "")) return "itemprop";
  if (/(?:^|\s)author(?:\s|$)/i.test(attributeOf(element, "rel") ?? "")) return "rel";
  if (BYLINE.test(namesIn(element))) return "named";
  return element.tagName === "address" ? "address" : null;
}

function isForeign(element: HtmlElement): boolean {
  return isDropped(element) || OUTSIDE.has(element.tagName) || FOREIGN.test(namesIn(element));
}

const OUTSIDE = new Set(["nav", "form", "footer", "figure", "figcaption"]);

/** Behind the title in the order of the page, then before it, nearest first; without a title as they stand. */
function nearest(found: readonly Candidate[], title: number): Candidate[] {
  if (title === -1) return [...found];
  const behind = found.filter(({ at }) => at >= title);
  const before = found.filter(({ at }) => at < title).toReversed();
  return [...behind, ...before];
}

/** The first name and those right beside it: one byline of several people. */
function together<Named extends { at: number }>(names: readonly Named[]): Named[] {
  const first = names[0];
  if (!first) return [];
  const byline = [first];
  for (const name of names.slice(1)) {
    const last = byline.at(-1) ?? first;
    if (name.at < last.at || name.at - last.at > WITHIN) break;
    byline.push(name);
  }
  return byline;
}

function nameIn({ element, kind, lines }: Candidate): string | null {
  const from = kind === "named" || kind === "address" ? "look" : "mark";
  const inner = innerNames(element).flatMap((name) => bylineFrom(name, from) ?? []);
  if (inner.length > 0) return joinedNames(inner);
  for (const line of lines.slice(0, 4)) {
    const name = bylineFrom(line, from);
    if (name !== null && (kind !== "address" || /^by\b|^文|記者|^著|^筆/iu.test(line))) return name;
  }
  return null;
}

/** Names that a byline holds as elements of their own. */
function innerNames(element: HtmlElement): string[] {
  const names: string[] = [];
  const waiting: HtmlNode[] = element.childNodes.toReversed();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (!isElement(node)) continue;
    if (isName(node)) names.push((linesIn(node, LONGEST, isBeside) ?? []).join(" "));
    else pushChildren(waiting, node);
  }
  return names.slice(0, 12);
}

const NAME = /[ -](?:author|byline|writer|reporter|journalist|full|display)-?name[ ]| fn /;

function isName(element: HtmlElement): boolean {
  const rel = attributeOf(element, "rel") ?? "";
  if (/(?:^|\s)author(?:\s|$)/i.test(rel)) return true;
  if (attributeOf(element, "itemprop") === "name" || NAME.test(namesIn(element))) return true;
  return (
    element.tagName === LINK &&
    /\/(?:authors?|by|people|staff|journaliste?s?|writers?|profile|bio|contributors?|reporters?|columnist)\/[^/]/i.test(
      attributeOf(element, "href") ?? "",
    )
  );
}

function isBeside(element: HtmlElement): boolean {
  return (
    isDropped(element) ||
    element.tagName === "time" ||
    (BESIDE.test(namesIn(element)) && !NAME.test(namesIn(element)))
  );
}
