/**
 * The two ways this product counts characters, told apart by the compiler.
 *
 * W3C Web Annotation (section 4.2.4, Text Position Selector) demands Unicode code points, so everything that is
 * stored, sent or exported is `CodePoints`. JavaScript strings count UTF-16 units, and only `editor/` and the two
 * conversions below may hold them. ProseMirror positions never leave `editor/`.
 */
declare const unit: unique symbol;

/** A count of, or an offset in, Unicode code points. An integer, 0 or more. */
export type CodePoints = number & { readonly [unit]: "code points" };

/** A count of, or an offset in, UTF-16 code units (what `String.prototype.slice` counts). An integer, 0 or more. */
export type Utf16Units = number & { readonly [unit]: "utf-16 units" };

/** Brands a number that is already known to count code points (a stored column, a parsed request). */
export const codePoints = (count: number): CodePoints => count as CodePoints;

/** Brands a number that is already known to count UTF-16 units (a string index, a DOM offset). */
export const utf16Units = (count: number): Utf16Units => count as Utf16Units;

/** The length of `text` in code points. A lone surrogate counts as one. Linear in the text's length. */
export function codePointLength(text: string): CodePoints {
  let count = 0;
  for (let i = 0; i < text.length; i += stepAt(text, i)) count += 1;
  return codePoints(count);
}

/**
 * The UTF-16 offset at which code point number `offset` of `text` begins.
 * An offset past the end answers the text's end, so that a slice never throws. Linear in `offset`.
 */
export function toUtf16(text: string, offset: CodePoints): Utf16Units {
  let units = 0;
  for (let count = 0; count < offset && units < text.length; count += 1) units += stepAt(text, units);
  return utf16Units(units);
}

/**
 * The code point offset of UTF-16 offset `offset` of `text`.
 * An offset inside a surrogate pair answers the pair's own start: half a character is never counted. Linear.
 */
export function toCodePoints(text: string, offset: Utf16Units): CodePoints {
  let count = 0;
  let units = 0;
  while (units < offset && units < text.length) {
    const step = stepAt(text, units);
    if (units + step > offset) break;
    units += step;
    count += 1;
  }
  return codePoints(count);
}

/** `text` from code point `start` (inclusive) to `end` (exclusive), as `String.prototype.slice` would in UTF-16. */
export function sliceCodePoints(text: string, start: CodePoints, end: CodePoints): string {
  const from = toUtf16(text, start);
  return text.slice(from, from + toUtf16(text.slice(from), codePoints(Math.max(0, end - start))));
}

/** How many UTF-16 units the code point at `index` takes: 2 for a surrogate pair, else 1. */
function stepAt(text: string, index: number): 1 | 2 {
  const point = text.codePointAt(index);
  return point !== undefined && point > 0xffff ? 2 : 1;
}
