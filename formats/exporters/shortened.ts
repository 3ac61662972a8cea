import { graphemeBoundaries } from "#domain/grapheme.ts";
import { codePointLength, codePoints, sliceCodePoints } from "#domain/offset.ts";

/**
 * `text` on one line in at most `limit` code points, cut between two graphemes and ended with an ellipsis where
 * something is left out. `limit` is 1 or more.
 */
export function shortenedTo(text: string, limit: number): string {
  const line = text.trim().replace(/\s+/gu, " ");
  if (codePointLength(line) <= limit) return line;
  const cut = graphemeBoundaries(line).findLast((at) => at <= limit - 1) ?? codePoints(0);
  return `${sliceCodePoints(line, codePoints(0), cut).trimEnd()}…`;
}
