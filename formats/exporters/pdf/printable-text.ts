/** Controls, and half surrogate pairs, which no face has and PDF/UA refuses. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/gu;

/**
 * `text` without what can't be set: line breaks and tabs become a space, other controls vanish. Direction controls
 * stay: the typesetter isolates each piece, and taking them away would change the text.
 */
export const printableText = (text: string): string =>
  text.replace(/[\t\r\n\u2028\u2029]+/gu, " ").replace(UNPRINTABLE, "");
