import { publishedAtFrom } from "./published-at.ts";

const NUMBERED =
  /^(?:第?\s*[\d,〇一二三四五六七八九十百千]+\s*(?:号|回|巻|面|版|頁|ページ)?|(?:no|vol|volume|issue|nr|p|page)[.:\s]*\d+)$/iu;

/**
 * Whether a heading by itself can't be what an article is called: a date line, the number of an issue or a page, a drop cap.
 */
export function isNoTitle(heading: string): boolean {
  const text = heading.normalize("NFKC").trim();
  // 「港」 may be a title in Japanese; a single Latin letter is the first of a word.
  if (/^[\p{Script=Latin}\p{N}\p{P}\p{S}]?$/u.test(text)) return true;
  const rest = text.replace(DATE, "").replace(CLOCK, "").replace(WEEKDAY, "").replace(EDGES, "");
  if (rest === "") return true;
  if (publishedAtFrom(rest) !== null && rest.length <= 30) return true;
  return (
    rest.split(/[\s・,、/|()（）]+/u).every((part) => part === "" || NUMBERED.test(part)) ||
    NUMBERED.test(rest)
  );
}

const DATE = /(?:(?:令和|平成|昭和)\s*(?:元|\d{1,2})|\d{4})\s*[年/.-]\s*\d{1,2}\s*[月/.-]\s*\d{1,2}\s*日?/u;
const CLOCK = /\d{1,2}(?:[:：]\d{2}|時(?:\d{1,2}分)?)/u;
const WEEKDAY =
  /[(（]?(?:[月火水木金土日](?:曜日?)?(?=[)）]|曜|$)|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\b)[)）]?/iu;
const EDGES = /^[\s,、・|/()（）-]+|[\s,、・|/()（）-]+$/gu;
