import { codePointLength } from "#domain/offset.ts";
import { SPACELESS_LETTERS } from "./japanese-letters.ts";
import { splitLines, trimLine } from "./lines.ts";

/** Scripts that put no space between words, with the punctuation and full-width forms set among them. Hangul spaces. */
const SPACELESS = new RegExp(`[${SPACELESS_LETTERS}]`, "u");
/** A word or number that was broken behind its hyphen: `well-`, `COVID-`, `2025-`; a range may have a dash. */
const HYPHENATED_END = /[\p{L}\p{N}][-\u2010]$/u;
const DASHED_END = /\p{N}[\u2011-\u2013]$/u;
const WORD_START = /^[\p{L}\p{N}]/u;
const NUMBER_END = /\p{N}[.．,，:：/／]?$/u;
const NUMBER_START = /^\p{N}/u;
/** What would become another figure or word with its like beside it: digits of every width, Latin letters. */
const MELTING = /[\p{N}\p{Script=Latin}]/u;

/** Whether two lines would make a number or word together that neither shows: `１２０` over `３５歳`, `ＡＢ` over `ＣＤ`. */
export function wouldMelt(previous: string, next: string): boolean {
  const last = lastCharacter(previous);
  const first = String.fromCodePoint(next.codePointAt(0) ?? 0x20);
  return (
    (NUMBER_START.test(first) && NUMBER_END.test(previous.slice(-3))) ||
    (MELTING.test(first) && MELTING.test(last))
  );
}

/**
 * What stands between two lines of one paragraph when they become one line: nothing where either side is Japanese
 * (its writers break lines anywhere) or where a word or number was broken at its hyphen, which stays; one space otherwise, and
 * always where they would melt (decision 021). `previous` is a line's end, `next` a line's beginning.
 */
export function between(previous: string, next: string): "" | " " {
  if (wouldMelt(previous, next)) return " ";
  const last = lastCharacter(previous);
  const first = String.fromCodePoint(next.codePointAt(0) ?? 0x20);
  if (SPACELESS.test(last) || SPACELESS.test(first)) return "";
  if (HYPHENATED_END.test(previous.slice(-3)) && WORD_START.test(first)) return "";
  if (DASHED_END.test(previous.slice(-3)) && NUMBER_START.test(first)) return "";
  return " ";
}

function lastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? " ";
}

/** One line of text from the lines of a paragraph; white space at line ends goes, white space inside stays as written. */
export function joinLines(lines: readonly string[]): string {
  return partsOf(lines).join("");
}

/** `joinLines`, with the ends of all lines but the last, in code points of the text, ascending. */
export function joinedLines(lines: readonly string[]): { text: string; joins: number[] } {
  const parts = partsOf(lines);
  const joins: number[] = [];
  if (parts.length < 2) return { text: parts[0] ?? "", joins };
  let at = 0;
  for (const [index, part] of parts.entries()) {
    // Every other part stands between two lines.
    if (index % 2 === 1) joins.push(at);
    at += codePointLength(part);
  }
  return { text: parts.join(""), joins };
}

/** The lines that have text, and between each two of them what stands there. */
function partsOf(lines: readonly string[]): string[] {
  const parts: string[] = [];
  let previous = "";
  for (const line of lines) {
    const next = trimLine(line);
    if (next === "") continue;
    if (previous !== "") parts.push(between(previous, next));
    parts.push(next);
    previous = next;
  }
  return parts;
}

/** Text that may hold line breaks of any kind, as the one line a block holds. */
export function oneLine(text: string): string {
  return joinLines(splitLines(text));
}
