import diff from "fast-diff";
import { codePointLength } from "../../../domain/offset.ts";
import type { Found, Method } from "../method.ts";

/** A plain character diff of both texts: an anchor's characters are wherever the diff kept them. */
export const DIFF_MAP: Method = {
  name: "fast-diff",
  work: "a character diff of both texts, which the anchor's place is mapped through",
  find: (anchors, before, after) => {
    const at = new Int32Array(codePointLength(before)).fill(-1);
    let [was, is] = [0, 0];
    for (const [what, text] of diff(before, after)) {
      const length = codePointLength(text);
      if (what === diff.EQUAL) for (let i = 0; i < length; i += 1) at[was + i] = is + i;
      if (what !== diff.INSERT) was += length;
      if (what !== diff.DELETE) is += length;
    }
    return anchors.map(({ start, end }): Found => {
      const kept = at.subarray(start, end).filter((place) => place >= 0);
      const [first, last] = [kept[0], kept.at(-1)];
      if (first === undefined || last === undefined) return { placed: null, first: null };
      const placed = { start: first, end: last + 1 };
      return { placed, first: placed };
    });
  },
};
