import type { Chance } from "../history/chance.ts";
import type { Quoted } from "./method.ts";

const CONTEXT = 32;
const [SHORTEST, LONGEST] = [20, 200];

/**
 * `count` quotes of 20 to 200 code points anywhere in `text`, with 32 before and behind them. As people select: from a
 * word's or line's edge mostly, now and then anywhere, and at times over a line's end.
 */
export function quotesOf(text: string, count: number, chance: Chance): Quoted[] {
  const points = [...text];
  const quotes: Quoted[] = [];
  for (let tries = 0; quotes.length < count && tries < count * 20; tries += 1) {
    let start = chance.whole(0, points.length - SHORTEST);
    const isAnywhere = chance.is(0.2);
    const crosses = chance.is(0.1);
    if (!isAnywhere) while (start > 0 && !isEdge(points, start)) start -= 1;
    while (/\s/u.test(points[start] ?? "")) start += 1;
    let end = Math.min(points.length, start + chance.whole(SHORTEST, LONGEST));
    const line = points.indexOf("\n", start);
    if (!crosses && line >= 0) end = Math.min(end, line);
    if (!isAnywhere) while (end < points.length && points[end] !== "\n" && !isEdge(points, end)) end += 1;
    while (end > start && /\s/u.test(points[end - 1] ?? "")) end -= 1;
    const exact = points.slice(start, end).join("");
    if (end - start < SHORTEST || /^[\W_]*$/u.test(exact)) continue;
    quotes.push({
      start,
      end,
      exact,
      prefix: points.slice(Math.max(0, start - CONTEXT), start).join(""),
      suffix: points.slice(end, end + CONTEXT).join(""),
    });
  }
  return quotes;
}

const LETTER = /[\p{Script=Latin}\p{Nd}]/u;
const isEdge = (points: readonly string[], at: number): boolean =>
  !(LETTER.test(points[at - 1] ?? "") && LETTER.test(points[at] ?? ""));
