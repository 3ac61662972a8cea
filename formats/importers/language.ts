import { KANA, KANJI } from "./japanese-letters.ts";

/** Enough to judge by: an article's language does not change after its first pages. */
const SAMPLE_UTF16_UNITS = 20_000;

/** One Japanese character says about as much as this many Latin letters. */
const LATIN_LETTERS_PER_CHARACTER = 3;

/**
 * Japanese or English, by counting scripts; null where the text is in neither or has no letters.
 * Han without any kana is not called Japanese: it may as well be Chinese.
 */
export function guessLanguage(text: string): "ja" | "en" | null {
  const sample = text.slice(0, SAMPLE_UTF16_UNITS);
  const kana = count(sample, KANA_LETTER);
  const han = count(sample, KANJI_LETTER);
  const latin = count(sample, /\p{Script=Latin}/gu);
  const letters = count(sample, /\p{L}/gu);
  if (
    kana > 0 &&
    (kana + han) * LATIN_LETTERS_PER_CHARACTER >= latin &&
    (kana + han) * 2 >= letters - latin
  ) {
    return "ja";
  }
  return latin > 0 && latin * 2 > letters ? "en" : null;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

const KANA_LETTER = new RegExp(`[${KANA}]`, "gu");
const KANJI_LETTER = new RegExp(KANJI, "gu");
