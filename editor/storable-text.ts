/**
 * `text` as PostgreSQL can hold it: half surrogate pairs and NUL become U+FFFD.
 * Each replaced character counts one code point before and after, so no offset moves.
 */
export const storableText = (text: string): string =>
  MAYBE_UNSTORABLE.test(text) ? text.replace(/\p{Surrogate}|\0/gu, "\ufffd") : text;

/** Whole pairs too: nearly every text has none of them, and to look costs a fraction of what replacing does. */
const MAYBE_UNSTORABLE = /[\0\ud800-\udfff]/;
