import search, { type Match } from "approx-string-match";
import { codePoints, toCodePoints, toUtf16, utf16Units } from "../../../domain/offset.ts";
import type { Found, Method, Quoted } from "../method.ts";

/** How much each sign of the right place weighs, as the Hypothesis client has it (`match-quote.ts`, BSD-2). */
const WEIGHTS = { quote: 50, prefix: 20, suffix: 20, position: 2 };
const MAX_ERRORS = 256;

/**
 * Approximate string matching as the Hypothesis client does it: every place of the quote, or else those with up to half
 * of its length in errors; the best by its own words, context and distance from where it was. Written anew from how it
 * works.
 */
export const HYPOTHESIS: Method = {
  name: "approx-string-match",
  work: "as Hypothesis does: the quote, its context and its place in the earlier text, never that text",
  find: (anchors, before, after) => anchors.map((anchor) => find(anchor, before, after)),
};

function find({ exact, prefix, suffix, start }: Quoted, before: string, after: string): Found {
  const hint = toUtf16(before, codePoints(start));
  const matches = placesOf(after, exact, Math.min(MAX_ERRORS, exact.length / 2));
  const ranked = matches.map((match) => ({
    match,
    score: scoreOf(match, { exact, prefix, suffix }, hint, after),
  }));
  ranked.sort((a, b) => b.score - a.score);
  const best = ranked[0]?.match;
  if (!best) return { placed: null, first: null };
  const placed = {
    start: toCodePoints(after, utf16Units(best.start)),
    end: toCodePoints(after, utf16Units(best.end)),
  };
  return { placed, first: placed };
}

function placesOf(text: string, words: string, maxErrors: number): Match[] {
  const exact: Match[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    exact.push({ start: at, end: at + words.length, errors: 0 });
  return exact.length > 0 ? exact : search(text, words, Math.floor(maxErrors));
}

function scoreOf(
  { start, end, errors }: Match,
  { exact, prefix, suffix }: { exact: string; prefix: string; suffix: string },
  hint: number,
  text: string,
): number {
  const quote = 1 - errors / exact.length;
  const before = likeness(text.slice(Math.max(0, start - prefix.length), start), prefix);
  const behind = likeness(text.slice(end, end + suffix.length), suffix);
  const position = 1 - Math.abs(start - hint) / text.length;
  return (
    WEIGHTS.quote * quote + WEIGHTS.prefix * before + WEIGHTS.suffix * behind + WEIGHTS.position * position
  );
}

function likeness(text: string, words: string): number {
  if (words === "") return 1;
  if (text === "") return 0;
  const [best] = placesOf(text, words, words.length);
  return best ? 1 - best.errors / words.length : 0;
}
