import { sameWords, wordsAlone } from "./same-words.ts";

/** What a site puts between a title and its own name. A hyphen or slash only with space around, a colon with space behind. */
const SEPARATOR =
  /\s*(?:[|｜│┃‖»«]|::|：：)\s*|\s+[-‐–—―・·•:：/／~〜<>‹›]\s+|\s*[–—―]\s*|(?<=[^\p{ASCII}])\s*[-：:‐－]\s*|[:：]\s+|\s+-|-\s+/gu;

/** More parts have no titles. */
const MOST_PARTS = 12;

/** What is known of a page besides the title in question. */
export interface KnownNames {
  /** Of the site, as it writes them: `og:site_name`, its publisher, the words of its logo. */
  sites: readonly string[];
  /** The name of its server, such as `www.minato.example`; null where nobody knows. */
  host: string | null;
  /** The titles the page states, perhaps with the site's name. */
  titles: readonly string[];
  /** The headings it shows: a site's name is in none of them. */
  headings: readonly string[];
}

/**
 * A title without the name of its site before or behind it: 「港の整備に三億円 - みなと新聞」 is 「港の整備に三億円」. What is cut
 * must be known to be the site's name, or what is left must be a title that the page also gives alone; a title that only
 * looks as if it had a name behind it stays as it is.
 */
export function withoutSiteName(title: string, known: KnownNames): string {
  const whole = title.trim();
  if (known.headings.some((heading) => sameWords(heading, whole))) return whole;
  const cuts = [...whole.matchAll(SEPARATOR)].slice(0, MOST_PARTS);
  if (cuts.length === 0) return withoutBracketed(whole, known);
  const said = saidAlone(whole, cuts, [...known.titles, ...known.headings]);
  if (said !== null) return said;
  let start = 0;
  let end = whole.length;
  for (const { index } of cuts.toReversed()) {
    const separator = cuts.find((cut) => cut.index === index)?.[0] ?? "";
    if (index > start && isSite(whole.slice(index + separator.length, end), known)) end = index;
  }
  for (const { index, 0: separator } of cuts)
    if (index + separator.length < end && isSite(whole.slice(start, index), known))
      start = index + separator.length;
  const left = whole.slice(start, end).trim();
  return wordsAlone(left) === "" || isSite(left, known) ? whole : left;
}

/** The longest run of parts, from the start or to the end, that the page also gives alone as a title. */
function saidAlone(
  whole: string,
  cuts: readonly RegExpExecArray[],
  titles: readonly string[],
): string | null {
  const runs = cuts.flatMap(({ index, 0: separator }) => [
    whole.slice(0, index),
    whole.slice(index + separator.length),
  ]);
  // A part that only lacks a mark at the end is the whole title, not one that is given alone.
  const others = new Set(titles.map(wordsAlone).filter((words) => words !== wordsAlone(whole)));
  const found = runs.filter((run) => wordsAlone(run).length >= 4 && others.has(wordsAlone(run)));
  return found.toSorted((one, other) => other.length - one.length)[0]?.trim() ?? null;
}

function withoutBracketed(whole: string, known: KnownNames): string {
  const [, before, inside] =
    /^(.{4,}?)\s*[【（(［[]([^【】（）()［］[\]]{1,40})[】）)］\]]$/u.exec(whole) ?? [];
  return before && inside && isSite(inside, known) ? before : whole;
}

/** Whether a part of a title is what the site is called, perhaps with what kind of site it is. */
function isSite(part: string, { sites, host }: KnownNames): boolean {
  const words = wordsAlone(part);
  if (words === "") return false;
  return sites.some((site) => isNameOf(words, wordsAlone(site))) || isHost(words, host);
}

const KIND =
  /^(?:the|www)|(?:online|digital|news|web|com|net|jp|ニュース|デジタル|オンライン|電子版|公式サイト|公式|速報|新聞社|ウェブ)$/gu;

function isNameOf(words: string, site: string): boolean {
  if (site === "") return false;
  return words === site || bare(words) === bare(site);
}

function bare(words: string): string {
  return words.replace(KIND, "").replace(KIND, "") || words;
}

/** `The Bay Times` is at home at `www.baytimes.example`. */
function isHost(words: string, host: string | null): boolean {
  const labels = (host ?? "")
    .toLowerCase()
    .split(".")
    .filter((label) => label.length > 2 && label !== "www");
  const whole = wordsAlone(host ?? "").replace(/^www/u, "");
  return (
    words.length > 3 && (words === whole || labels.some((label) => bare(wordsAlone(label)) === bare(words)))
  );
}
