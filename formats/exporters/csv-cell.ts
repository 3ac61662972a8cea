import { storableText } from "#editor/storable-text.ts";

/** White space, controls and whatever is not drawn: a program that drops them finds what stands behind. */
const UNSEEN = String.raw`[\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}\u2800]`;

/**
 * What makes a spreadsheet read a cell as a formula: = + - @, their full-width and small forms (which input methods and
 * some imports fold back), also after white space and invisible characters, and a tab or line break before anything seen.
 * Apostrophes before it count as already protected.
 */
const FORMULA = new RegExp(
  String.raw`^'*${UNSEEN}*(?:[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212]|[\t\r\n])`,
  "u",
);

/**
 * `text` with an apostrophe before it where a spreadsheet would calculate instead of show it (OWASP, CSV injection).
 * `unprotectedCell` gives the text back, whatever it was: a text that itself begins with apostrophes and a sign gets
 * one more.
 */
export const protectedCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The text a cell was written from; the inverse of `protectedCell`. */
export const unprotectedCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;

/**
 * One field of RFC 4180. Text is always quoted, because a list separator is a comma here and a semicolon elsewhere;
 * numbers stand bare, null is an empty field. NUL, which ends a cell for many readers, and half characters become U+FFFD.
 */
export function csvField(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  return `"${protectedCell(storableText(value)).replace(/"/g, '""')}"`;
}
