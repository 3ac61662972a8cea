import { numberingOf } from "./plain-headings.ts";

export interface Numbering {
  style: string;
  /** Of such a heading. */
  level: number;
  /** What is printed before the text where it is no plain number and a list shows it beside its items: `ア`, `(a)`. */
  sign?: string;
}

const KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ";

/** What plain text numbers by besides the ways that every importer knows. Full-width spaces part number and words. */
const PRINTED: readonly { style: string; level: number; pattern: RegExp; isSign: boolean }[] = [
  {
    style: "article",
    level: 2,
    pattern: /^第[\d０-９一二三四五六七八九十]{1,3}\u3000+(?=\S)/u,
    isSign: false,
  },
  {
    style: "spaced",
    level: 2,
    pattern: /^(?:[\d０-９]{1,2}(?:\u3000+|\t\s*)|[０-９]{1,2} +)(?=[\p{L}「『【（])/u,
    isSign: false,
  },
  { style: "kanji-spaced", level: 2, pattern: /^[一二三四五六七八九十]{1,3}\u3000+(?=\S)/u, isSign: true },
  {
    style: "katakana",
    level: 4,
    pattern: new RegExp(`^[${KATAKANA}](?:[)）．.]\\s*|[ \\u3000]+)(?=\\S)`, "u"),
    isSign: true,
  },
  {
    style: "bracketed-katakana",
    level: 5,
    pattern: new RegExp(`^[(（][${KATAKANA}][)）]\\s*(?=\\S)`, "u"),
    isSign: true,
  },
  {
    style: "bracketed-letter",
    level: 5,
    pattern: /^[(（](?:[a-zａ-ｚ]|[ivxⅰ-ⅻ]{1,5})[)）]\s*(?=\S)/u,
    isSign: true,
  },
  {
    style: "letter",
    level: 5,
    pattern: /^(?:[a-zａ-ｚ]|[ivx]{2,5}|[ⅰ-ⅻ])[)）．.][\s\u3000]*(?=\S)/u,
    isSign: true,
  },
];

/** `第五項の規定により` speaks of a section and heads none. */
const REFERENCE =
  /^第[\d０-９一二三四五六七八九十百千]{1,5}[章部編節項条](?:[にはがをとでも、]|の(?!まとめ))/u;

/** Every numbering begins with one of these: most lines do not. */
const MAY_NUMBER = /^[\d０-９第一二三四五六七八九十(（a-zａ-ｚCSPIVXⅠ-Ⅻⅰ-ⅻ\u2474-\u2487ア-ワ]/u;

/** `ア．` and `a)` show `ア` and `a)`: a full stop and a space belong to no label. */
const signOf = (printed: string): string => printed.replace(/[\s\u3000．.]+$/u, "");

/**
 * The numbering a line begins with, or null. Letters make no heading: `i.e.`, `a.m.` and initials begin like them, so a
 * lone one is text.
 */
export function plainNumberingOf(line: string): Numbering | null {
  if (!MAY_NUMBER.test(line) || REFERENCE.test(line)) return null;
  for (const { style, level, pattern, isSign } of PRINTED) {
    const [printed] = pattern.exec(line) ?? [];
    if (printed !== undefined) return isSign ? { style, level, sign: signOf(printed) } : { style, level };
  }
  return numberingOf(line);
}

/** An item's words without the sign before them, and the sign. */
export function signedItem(line: string, { sign }: Numbering): { text: string; sign: string } | null {
  if (sign === undefined) return null;
  const text = line.slice(sign.length).replace(/^[．.]?[\s\u3000]*/u, "");
  return text === "" ? null : { text, sign };
}

/** An item of a list numbered by a full-width space: `１　集める`. */
export function spacedItem(line: string): { text: string; ordinal: number } | null {
  const [printed, number] = /^([\d０-９]{1,2})[\s\u3000]+(?=\S)/u.exec(line) ?? [];
  if (printed === undefined || number === undefined) return null;
  return { text: line.slice(printed.length), ordinal: Number(number.normalize("NFKC")) };
}
