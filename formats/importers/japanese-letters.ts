/**
 * The letters of Japanese, each as what stands between the brackets of a class in a pattern with the flag `u`:
 * `new RegExp(`[${JAPANESE_LETTERS}]`, "u")`. Here only, so that no two importers mean different letters by the same word. The
 * marks 々, ー and ・ belong to no one script and are added where they are meant.
 */
export const KANA = "\\p{Script=Hiragana}\\p{Script=Katakana}";
export const KANJI = "\\p{Script=Han}";
export const JAPANESE_LETTERS = KANJI + KANA;
/** With the punctuation and the full-width forms that are set among them. */
export const WIDE_LETTERS = `${JAPANESE_LETTERS}\\u3000-\\u303f\\uff01-\\uff60`;
/** With the marks and half-width kana too: what is written without spaces. */
export const SPACELESS_LETTERS = `${WIDE_LETTERS}\\u30fb\\u30fc\\uff61-\\uff9f`;

const LETTER = new RegExp(`[${JAPANESE_LETTERS}]`, "u");

/** Whether a text holds a letter of Japanese, kanji among them. */
export const hasJapanese = (text: string): boolean => LETTER.test(text);
