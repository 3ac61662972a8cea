const LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}]$/u;
const DIGIT = /^\p{Nd}$/u;
const SEPARATOR = /^[.,:/．，：／]$/u;
/** Numbers written in kanji, with what multiplies them. */
const NUMERAL = /^[〇一二三四五六七八九十百千万億兆\p{Nd}]$/u;

/**
 * Whether a cut before character `at` goes through a number or a word of an alphabet: the words on one side of it then
 * say something else than they seem to. 「2人」 is no part of 「12人」 or 「十二人」, nor "art" of "party".
 */
export function cutsToken(characters: readonly string[], at: number): boolean {
  const [before, after] = [characters[at - 1] ?? "", characters[at] ?? ""];
  if (LETTER.test(before) && LETTER.test(after)) return true;
  if (NUMERAL.test(before) && NUMERAL.test(after)) return true;
  const isInside = (separator: string, left: string, right: string) =>
    SEPARATOR.test(separator) && DIGIT.test(left) && DIGIT.test(right);
  return (
    isInside(before, characters[at - 2] ?? "", after) || isInside(after, before, characters[at + 1] ?? "")
  );
}
