import { JAPANESE_LETTERS, KANJI } from "./japanese-letters.ts";

/** Control characters no text holds: C0 without tab, line breaks and escape; C1 without NEL; noncharacters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const NO_TEXT = /(?![\t\n\v\f\r\u001b\u0085])\p{Cc}|[\ufdd0-\ufdef\ufffe\uffff]/u;

/** Where it cannot be text: a NUL, a control character, half a surrogate pair. */
export function readsAsText(text: string): boolean {
  return !NO_TEXT.test(text) && !/\p{Surrogate}/u.test(text);
}

/** Enough to tell encodings apart. */
const SAMPLE_UTF16_UNITS = 50_000;

const EVIDENCE: readonly [pattern: RegExp, weight: number][] = [
  [/[ぁ-んァ-ヴー、。「」『』・]/gu, 3],
  [/[\u3000-\u30ff\uff01-\uff60①-⑳]/gu, 1],
  [new RegExp(KANJI, "gu"), 1],
  [/[\p{Script=Latin}\p{Nd}\s]/gu, 1],
  // EUC-JP read as Shift_JIS is full of half-width katakana; gaiji and stray scripts are signs of a wrong guess.
  [/[\uff61-\uff9f]/gu, -2],
  [/[\p{Co}\p{Cn}]/gu, -20],
  [new RegExp(String.raw`[^${JAPANESE_LETTERS}\p{Script=Latin}\p{Script=Common}]`, "gu"), -2],
];

/** A kana, Japanese punctuation, a full-width letter, or two kanji together: what Latin text misread does not give. */
const JAPANESE = new RegExp(String.raw`[\u3000-\u30ff\uff01-\uff60]|${KANJI}{2}`, "u");

/**
 * How much a decoding reads like the prose of a newsroom: above zero it can be believed, and more is better.
 * A page in Windows-1252 decodes as Shift_JIS into lone kanji between Latin letters; that gives zero.
 */
export function readsAsJapanese(text: string): number {
  const sample = text.slice(0, SAMPLE_UTF16_UNITS);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is the range up to U+007F.
  if (/[^\u0000-\u007f]/u.test(sample) && !JAPANESE.test(text)) return 0;
  const weighed = EVIDENCE.reduce(
    (sum, [pattern, weight]) => sum + weight * (sample.match(pattern)?.length ?? 0),
    0,
  );
  return weighed / Math.max(1, sample.length);
}
