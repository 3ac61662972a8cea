/** Scripts that put no space between words, with the punctuation and full-width forms set among them. Hangul spaces. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uff61-\uff9f]/u;

/** A figure, in whatever script it is written: 120, １２０, 一二〇, ⁶. */
const DIGIT = /[\p{N}一二三四五六七八九]/u;
/** What stands inside numbers: `1,` over `234` is not 1,234 unless a reader says so. */
const INSIDE_NUMBER = /[.,:/\-．，：／・‐‑–−－^_]/u;
const LATIN = /\p{Script=Latin}/u;
/** What would become one character with the one before. */
const EXTENDS = /^[\p{M}\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d]/u;

/**
 * What stands between two texts that a person joins: nothing where either side is of a script without spaces, else one
 * space. Two digits or two Latin letters never become neighbours, because that would make a figure or a word that nobody
 * wrote (decision 021). A line feed where `next` begins with a mark that would melt into any other character.
 */
export function betweenJoined(previous: string, next: string): "" | " " | "\n" {
  if (EXTENDS.test(next)) return "\n";
  const ends = lastCharacters(previous);
  const last = ends.at(-1) ?? "";
  const first = String.fromCodePoint(next.codePointAt(0) ?? 0x20);
  if (/\s/u.test(last) || /\s/u.test(first)) return "";
  if (endsInNumber(ends) && DIGIT.test(first)) return " ";
  if (LATIN.test(last) && LATIN.test(first)) return " ";
  return SPACELESS.test(last) || SPACELESS.test(first) ? "" : " ";
}

function endsInNumber(ends: readonly string[]): boolean {
  const [before = "", last = ""] = ends.length === 1 ? ["", ends[0]] : ends;
  return DIGIT.test(last) || (INSIDE_NUMBER.test(last) && DIGIT.test(before));
}

/** The last two characters. */
const lastCharacters = (text: string): string[] => [...text.slice(-4)].slice(-2);
