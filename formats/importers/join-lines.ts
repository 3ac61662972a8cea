import { splitLines, trimLine } from "./lines.ts";

/** Scripts that put no space between words, with the punctuation and full-width forms set among them. Hangul spaces. */
const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff01-\uff60\uff61-\uff9f]/u;
const HYPHENATED_END = /\p{L}[-\u2010]$/u;
const LETTER_START = /^\p{L}/u;

/** What would become another figure or word with its like beside it: digits of every width, Latin letters. */
const MELTING = /[\p{N}\p{Script=Latin}]/u;

/**
 * What stands between two lines of one paragraph when they become one line: nothing where either side is Japanese
 * (its writers break lines anywhere) or where a word was broken at its hyphen, which stays; one space otherwise, and
 * always between two figures or Latin letters. `previous` is a line's end, `next` a line's beginning.
 */
export function between(previous: string, next: string): "" | " " {
  const last = lastCharacter(previous);
  const first = String.fromCodePoint(next.codePointAt(0) ?? 0x20);
  if (MELTING.test(last) && MELTING.test(first)) return " ";
  if (SPACELESS.test(last) || SPACELESS.test(first)) return "";
  if (HYPHENATED_END.test(previous.slice(-3)) && LETTER_START.test(first)) return "";
  return " ";
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? " ";
}

/** One line of text from the lines of a paragraph; white space at line ends goes, white space inside stays as written. */
export function joinLines(lines: readonly string[]): string {
  const parts: string[] = [];
  let previous = "";
  for (const line of lines) {
    const next = trimLine(line);
    if (next === "") continue;
    if (previous !== "") parts.push(between(previous, next));
    parts.push(next);
    previous = next;
  }
  return parts.join("");
}

/** Text that may hold line breaks of any kind, as the one line a block holds. */
export function oneLine(text: string): string {
  return joinLines(splitLines(text));
}
