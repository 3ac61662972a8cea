import { JAPANESE_LETTERS } from "./japanese-letters.ts";

/** Characters no text holds: controls but tab, line breaks and NEL, noncharacters, halves of pairs. */
const STRAY = /(?![\t\n\v\f\r\u0085])\p{Cc}|\p{Cs}|[\ufdd0-\ufdef\ufffe\uffff]/gu;
/** Stands for a character that could not be read; it is kept, because something was there. */
const UNREADABLE = "\ufffd";

/** So many strays, or this share of a text, are an accident; more are a sign that it is no text. */
const FEW = { count: 3, share: 0.02 } as const;

/** Whether a text is one but for a few strays. */
export function isMostlyText(text: string): boolean {
  const strays = text.match(STRAY)?.length ?? 0;
  return strays <= Math.max(FEW.count, text.length * FEW.share);
}

/** A soft hyphen at the end of a line goes on without a space. */
const SOFT_HYPHEN_AT_END = /\u00ad[ \t]*\r?\n[ \t]*/gu;
/** Soft hyphens, zero-width spaces, word joiners and stray byte order marks: where a line may break, and nothing else. */
const BREAK_HINTS = /[\u00ad\u200b\u2060\ufeff]/gu;

/** A joiner is a letter's own affair in these scripts, and what makes one picture of several. */
const JOINER = /(.?)[\u200c\u200d]+(?=(.?))/gsu;
const JOINS = new RegExp(
  String.raw`[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f|\u20e3|[\p{L}\p{M}](?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}${JAPANESE_LETTERS}\p{Script=Hangul}])`,
  "u",
);

/** Text without characters that nobody sees and that shape no letter: a search for `北京` finds `北\u200b京`. */
export function withoutInvisible(text: string): string {
  if (!/[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(text)) return text;
  return text
    .replace(SOFT_HYPHEN_AT_END, "")
    .replace(BREAK_HINTS, "")
    .replace(JOINER, (run, before: string) => (JOINS.test(before) ? run : before));
}

/**
 * `text` without what no text can hold. Halves of surrogate pairs become U+FFFD, so that a reader sees that something is
 * missing; the rest goes. `found` names each as `U+0007`.
 */
export function withoutStrays(text: string): { text: string; found: string[] } {
  const found: string[] = [];
  const clean = text.replace(STRAY, (character) => {
    found.push(nameOf(character));
    return /\p{Cs}/u.test(character) ? UNREADABLE : "";
  });
  return { text: clean, found };
}

/** How many characters of a text stand for one that could not be read. */
export const unreadableIn = (text: string): number => text.split(UNREADABLE).length - 1;

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
