import { SHOWN_BREAK } from "./inline.ts";

/** Not allowed as themselves (XML 1.0, 2.2): controls but tab and line breaks, noncharacters, halves of pairs. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is sought
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const REFERENCE = /&#(?:x([0-9a-f]{1,16})|([0-9]{1,16}));/gi;
/** A pair that was written as two references. */
const PAIR = /&#(?:x(d[89ab][0-9a-f]{2})|(5[5-6][0-9]{3}));&#(?:x(d[c-f][0-9a-f]{2})|(5[6-7][0-9]{3}));/gi;
const BREAKS = new Set([0x0b, 0x0c]);
const HIGHEST = 0x10ffff;

/**
 * XML source without the characters and character references that XML forbids. A vertical tab and a form feed become the
 * break they stand for, half of a pair U+FFFD, the rest nothing; `found` is told of each that is no break.
 */
export function withoutForbidden(xml: string, found: (name: string) => void): string {
  const whole = xml.replace(/\0+$/u, "");
  return whole
    .replace(PAIR, (written, ...codes: (string | undefined)[]) => {
      const [high, low] = [codeOf(codes[0], codes[1]), codeOf(codes[2], codes[3])];
      const isPair = high >= 0xd800 && high < 0xdc00 && low >= 0xdc00 && low < 0xe000;
      return isPair ? String.fromCharCode(high, low) : written;
    })
    .replace(REFERENCE, (reference, hex?: string, decimal?: string) => {
      const code = codeOf(hex, decimal);
      return isAllowed(code) ? reference : instead(code, found);
    })
    .replace(FORBIDDEN, (character) => instead(character.charCodeAt(0), found));
}

const codeOf = (hex: string | undefined, decimal: string | undefined): number =>
  hex === undefined ? Number.parseInt(decimal ?? "", 10) : Number.parseInt(hex, 16);

const isAllowed = (code: number): boolean =>
  code === 0x09 ||
  code === 0x0a ||
  code === 0x0d ||
  (code >= 0x20 && code <= HIGHEST && !isHalf(code) && code !== 0xfffe && code !== 0xffff);

const isHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdfff;

function instead(code: number, found: (name: string) => void): string {
  if (BREAKS.has(code)) return SHOWN_BREAK;
  found(`U+${code.toString(16).toUpperCase().padStart(4, "0")}`);
  return isHalf(code) ? "\ufffd" : "";
}
