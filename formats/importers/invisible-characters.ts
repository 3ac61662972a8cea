/** Soft hyphens, zero-width spaces, word joiners and stray byte order marks: where a line may break, and nothing else. */
const BREAK_HINTS = /[\u00ad\u200b\u2060\ufeff]/gu;

/** A joiner is a letter's own affair in these scripts, and what makes one picture of several. */
const JOINER = /(.?)[\u200c\u200d]+(?=(.?))/gsu;
const JOINS =
  /[\p{Extended_Pictographic}\p{Emoji_Modifier}]|\ufe0f|\u20e3|[\p{L}\p{M}](?<![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])/u;

/** Text without characters that nobody sees and that shape no letter: a search for `北京` finds `北\u200b京`. */
export function withoutInvisible(text: string): string {
  if (!/[\u00ad\u200b-\u200d\u2060\ufeff]/u.test(text)) return text;
  return text
    .replace(BREAK_HINTS, "")
    .replace(JOINER, (run, before: string) => (JOINS.test(before) ? run : before));
}
