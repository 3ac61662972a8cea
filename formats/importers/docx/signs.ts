import { isSymbolFont, signIn } from "./symbol-fonts.ts";
import type { TextSetting } from "./text-setting.ts";

/** Stands where a reader sees a sign that nobody knows. */
const UNKNOWN = "\ufffd";
/** The letters of symbol fonts, and what desks and makers have put where Unicode leaves room. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

/**
 * The text with each letter of a symbol font as the sign a reader sees. A sign nobody knows is U+FFFD; a private character
 * of any other font stays as it is, because the same font may show it. `unknown` names both.
 */
export function withSigns(
  text: string,
  fonts: TextSetting["fonts"],
  isJapanese: boolean,
): { text: string; unknown: string[] } {
  const hasFont = isSymbolFont(fonts.ascii) || isSymbolFont(fonts.other);
  if (!hasFont && !PRIVATE.test(text)) return { text, unknown: [] };
  const unknown: string[] = [];
  const signs = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    const isLetterOfFont = code >= 0xf000 && code <= 0xf0ff;
    const font = code < 0x80 ? fonts.ascii : (fonts.other ?? (isLetterOfFont ? fonts.ascii : null));
    if (isLetterOfFont || (code > 0x20 && code <= 0xff && isSymbolFont(font))) {
      const sign = font === null ? null : signIn(font, code, isJapanese);
      if (sign !== null) return sign;
      unknown.push(`${font === null ? "" : `${font} `}U+${hex(code)}`);
      return UNKNOWN;
    }
    if (PRIVATE.test(character)) unknown.push(`U+${hex(code)}`);
    return character;
  });
  return { text: signs.join(""), unknown };
}

const hex = (code: number): string => code.toString(16).toUpperCase().padStart(4, "0");
