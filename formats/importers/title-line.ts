import { WIDE_LETTERS } from "./japanese-letters.ts";

/** Between two of these a Japanese headline has a full-width space where it goes on in a second line. */
const WIDE = new RegExp(`[${WIDE_LETTERS}]`, "u");

/** The name of an article whose headline has several lines: one line, in which they stay apart. */
export const inOneLine = (headline: string): string =>
  headline.replace(/(.)\n(.)/gsu, (_, last: string, first: string) =>
    WIDE.test(last) && WIDE.test(first) ? `${last}\u3000${first}` : `${last} ${first}`,
  );
