/**
 * How raised and lowered text is written in a line of plain characters, so that `10` and a raised `6` never read as 106
 * (decision 021). Digits and signs have characters of their own in Unicode; everything else gets a sign before it.
 */

export type Script = "raised" | "lowered";

const PLAIN = "0123456789+-=()";
const GLYPHS = {
  raised: glyphs(`${PLAIN}ni`, "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ"),
  lowered: glyphs(PLAIN, "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎"),
} as const;
const SIGNS = { raised: "^", lowered: "_" } as const satisfies Record<Script, string>;

function glyphs(plain: string, written: string): ReadonlyMap<string, string> {
  const all = [...written];
  return new Map([...plain].map((character, index) => [character, all[index] ?? character]));
}

const BACK: ReadonlyMap<string, string> = new Map(
  [...GLYPHS.raised, ...GLYPHS.lowered].map(([plain, glyph]) => [glyph, plain]),
);

/** Full-width forms and the minus sign as their plain twins; one character for one. */
const plainTwin = (character: string): string =>
  character === "\u2212" || character === "\u2013" ? "-" : character.normalize("NFKC");

/** Text in brackets of its own never melts into its neighbours: `[1]`, `（注）`. */
const BRACKETED = /^[[(（［〔【<＜].*[\])）］〕】>＞]$/su;
/** Neither a letter nor a figure. */
const NEUTRAL = /^[\p{P}\p{S}\p{Z}\s]$/u;
const WORDLIKE = /^[\p{L}\p{N}\p{M}]/u;

/**
 * `text` as it is written where the source raises or lowers it. `next` is what follows it in its line (only its beginning
 * counts): a sign alone would let the end of `text` run into it, so brackets close it there.
 *
 * @returns what stands before, the text with as many code points as it had, and what stands behind
 */
export function written(
  text: string,
  script: Script,
  next: string,
): { before: string; text: string; after: string } {
  const bare = text.trim();
  if (bare === "" || BRACKETED.test(bare)) return { before: "", text, after: "" };
  const characters = [...text];
  const found = characters.map((character) => {
    const glyph = GLYPHS[script].get(plainTwin(character));
    return glyph ?? (NEUTRAL.test(character) || BACK.has(character) ? character : null);
  });
  if (found.every((character) => character !== null)) return { before: "", text: found.join(""), after: "" };
  const isOpen = WORDLIKE.test(next) && !/\s$/u.test(text);
  return { before: SIGNS[script] + (isOpen ? "(" : ""), text, after: isOpen ? ")" : "" };
}

/** Whether `text` has characters that are raised or lowered by themselves, so that nobody raises them a second time. */
export const isSetRaised = (text: string): boolean => withPlainDigits(text) !== text;

/** `text` with raised and lowered digits and signs as plain ones; one code point for one. For comparing, never for keeping. */
export const withPlainDigits = (text: string): string =>
  text.replace(/[⁰¹²³⁴-⁾ⁿⁱ₀-₎]/gu, (character) => BACK.get(character) ?? character);
