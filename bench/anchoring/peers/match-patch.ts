import { diff_match_patch as MatchPatch } from "diff-match-patch";
import { codePoints, toCodePoints, toUtf16, utf16Units } from "../../../domain/offset.ts";
import type { Found, Method } from "../method.ts";

/** The longest pattern its Bitap search takes. */
const PATTERN = 32;

/**
 * diff-match-patch's fuzzy match, as dom-anchor-text-quote uses it: the quote's first and last 32 characters are each
 * looked for near where they were.
 */
export const MATCH_PATCH: Method = {
  name: "diff-match-patch",
  work: "Bitap search for the quote's first and last 32 characters near their place, never the earlier text",
  find: (anchors, before, after) => {
    const matcher = new MatchPatch();
    matcher.Match_Distance = after.length * 2;
    return anchors.map(({ exact, start }): Found => {
      const hint = toUtf16(before, codePoints(start));
      const head = exact.slice(0, PATTERN);
      const tail = exact.slice(-PATTERN);
      const from = matcher.match_main(after, head, hint);
      const last = from < 0 ? -1 : matcher.match_main(after, tail, from + exact.length - tail.length);
      if (last < 0 || last + tail.length <= from) return { placed: null, first: null };
      const placed = {
        start: toCodePoints(after, utf16Units(from)),
        end: toCodePoints(after, utf16Units(Math.min(after.length, last + tail.length))),
      };
      return { placed, first: placed };
    });
  },
};
