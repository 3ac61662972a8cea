/**
 * What a text is compared by. A token is the least that is ever shown as changed: a number with its separators and
 * unit signs, a word of an alphabet, a run of katakana, or one character of any other kind with the marks that belong to
 * it. Numbers are whole so that 5,000 → 6,000 is one change and not "5" → "6".
 */
const TOKEN = new RegExp(
  [
    "\\p{Nd}+(?:[.,:/．，：／]\\p{Nd}+)*",
    "[〇一二三四五六七八九十百千万億兆]{2,}",
    "[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hangul}][\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Script=Hangul}\\p{M}'’_-]*",
    "[\\p{Script=Katakana}ー][\\p{Script=Katakana}ーﾞﾟ\\p{M}]*",
    "[^\\S\\n]+",
    "\\p{Regional_Indicator}{2}",
    "(?:\\r\\n|[^])(?:[\\p{M}\\p{Emoji_Modifier}]|\\u200d[^])*",
  ].join("|"),
  "gu",
);

/** The tokens of `text` in order; together they are `text`. Linear. */
export const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** White space and punctuation: they tell little of what a text says. */
const NOISE = /^[\s\p{P}\p{S}]+$/u;
const HIRAGANA = /^\p{Script=Hiragana}\p{M}*$/u;

/** How much it says that a token stands in both texts: its length, less for particles, hardly anything for marks. */
export function weightOf(token: string): number {
  if (NOISE.test(token)) return 0.4;
  if (HIRAGANA.test(token)) return 0.7;
  return Math.min(token.length, 8);
}

export const isNoise = (token: string): boolean => NOISE.test(token);

/**
 * A sentence of Japanese ends with 。 or its like, one of a Latin script with a stop and white space; what closes behind
 * the stop, and white space, belong to it. A line break stands by itself.
 */
const SENTENCE =
  /\n|(?:[^\n。｡！？!?.]|[.](?!["'”’)\]]*(?:\s|$))|[!?](?!["'”’)\]]*(?:\s|$)|[^\p{Script=Latin}\d]))*(?:[。｡！？!?.]+["'”’」』）)\]〕】》〉]*[^\S\n]*|(?=\n)|$)/gu;

/** The sentences of `text` in order; together they are `text`. */
export const sentencesOf = (text: string): string[] =>
  (text.match(SENTENCE) ?? []).filter((sentence) => sentence !== "");
