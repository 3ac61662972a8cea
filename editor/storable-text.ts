/**
 * `text` as PostgreSQL can hold it: half surrogate pairs and NUL become U+FFFD.
 * Each replaced character counts one code point before and after, so no offset moves.
 */
export const storableText = (text: string): string => text.replace(/\p{Surrogate}|\0/gu, "\ufffd");
