import { isDropped } from "./html-elements.ts";
import { linesIn } from "./html-lines.ts";
import { namesIn, withAllInside } from "./html-names.ts";
import { attributeOf, type HtmlElement } from "./html-tree.ts";
import { publishedAtFrom } from "./published-at.ts";
import { dateInLine } from "./stated-in-text.ts";

/** Dates behind the headline by more elements belong to something else. */
const NEAR = 60;
const MOST_CANDIDATES = 300;
const LONGEST = 120;

const FOREIGN =
  /[ -](?:comments?|commentlist|respond|disqus|related|recommend\w*|popular|ranking|trending|sidebar|teaser|promo|cards?|carousel|footer|nav|latest|most-read|more-from|next-article|widget|modified|updated|update)[ -]/;
const DATE =
  /[ -](?:date|dates|dateline|pubdate|publish|published|publication|posted|timestamp|datetime|entry-date|post-date|release-date|日付|掲載日|公開日|投稿日)(?:-(?:text|time|info|inner|line|published|publish))*[ ]/;
const UPDATED = /更新|updated|modified|mis à jour|aktualisiert|actualizado/iu;

/**
 * When an article was published, as its page shows it: `itemprop=datePublished`, `<time>`, or what is named a date next to
 * the headline. Null where that is not certain: dates of comments, of other articles and of updates are none of its own.
 */
export function dateIn(elements: readonly HtmlElement[], headline: HtmlElement | null): string | null {
  const title = headline ? elements.indexOf(headline) : -1;
  const dates = datesIn(elements);
  const stated = dates.find(({ kind }) => kind === "stated");
  if (stated) return stated.date;
  const near = dates.filter(({ at }) => title === -1 || Math.abs(at - title) <= NEAR);
  // Behind the headline first; a date line above it is its own too.
  const ordered = [
    ...near.filter(({ at }) => at > title),
    ...near.filter(({ at }) => at < title).toReversed(),
  ];
  for (const kind of ["time", "named"] as const) {
    const found = ordered.find((date) => date.kind === kind);
    if (found) return found.date;
  }
  return dates.find(({ kind }) => kind === "time")?.date ?? null;
}

type Dated = { at: number; kind: "stated" | "time" | "named"; date: string };

function datesIn(elements: readonly HtmlElement[]): Dated[] {
  const found: Dated[] = [];
  const foreign = withAllInside(elements, isForeign);
  for (const [at, element] of elements.entries()) {
    const kind = kindOf(element);
    if (kind === null || foreign.has(element)) continue;
    const date = dateOf(element);
    if (date === null) continue;
    found.push({ at, kind, date });
    if (found.length >= MOST_CANDIDATES) break;
  }
  return found;
}

function kindOf(element: HtmlElement): Dated["kind"] | null {
  const isStated = (attributeOf(element, "itemprop") ?? "").split(/\s+/u).includes("datePublished");
  if (element.tagName === "meta") return null;
  if (isStated || attributeOf(element, "pubdate") !== null) return "stated";
  if (element.tagName === "time") return "time";
  const names = namesIn(element);
  return DATE.test(names) || BESIDE_NAME.test(names) ? "named" : null;
}

function dateOf(element: HtmlElement): string | null {
  const machine = attributeOf(element, "datetime") ?? attributeOf(element, "content");
  const stated = machine === null ? null : publishedAtFrom(machine);
  if (stated !== null) return UPDATED.test(shortText(element)) ? null : stated;
  return (
    dateInLine(shortText(element)) ??
    (BESIDE_NAME.test(namesIn(element)) ? dateBehind(shortText(element)) : null)
  );
}

/** Lines that tell who wrote an article and when. */
const BESIDE_NAME = /[ -](?:byline|by-line|(?:post|entry|article|story)-(?:meta|info|header-meta)|署名)[ -]/;
const ANY_DATE = /\d{4}\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?|\p{L}{3,9}\.?\s\d{1,2},?\s\d{4}/u;

/** The first date in a line that tells other things too, unless it is when something was changed. */
function dateBehind(line: string): string | null {
  const found = ANY_DATE.exec(line);
  if (!found || UPDATED.test(line.slice(Math.max(0, found.index - 12), found.index))) return null;
  return publishedAtFrom(found[0]);
}

const shortText = (element: HtmlElement): string => linesIn(element, LONGEST)?.join(" ") ?? "";

const isForeign = (element: HtmlElement): boolean => isDropped(element) || FOREIGN.test(namesIn(element));
