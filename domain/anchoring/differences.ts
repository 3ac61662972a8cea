import { alignTokens } from "./alignment.ts";
import type { Span } from "./edges.ts";
import type { Tokens } from "./passage-tokens.ts";

/** Code points, end exclusive; empty where words were only put in or only taken out. */
export interface TextPart {
  start: number;
  end: number;
}

/** Words of the earlier text, and what stands in their place in the later. */
export interface Difference {
  before: TextPart;
  after: TextPart;
}

/** Fewer kept tokens than this between two differences make one of them: a comma left standing helps no reader. */
const MIN_KEPT = 2;

/** Where the words of `passage` and those of `span` differ, in reading order. Whole words and numbers, never parts. */
export function differencesBetween(before: Tokens, passage: Span, after: Tokens, span: Span): Difference[] {
  const forward = alignTokens(
    before.ids.subarray(passage.from, passage.to),
    after.ids.subarray(span.from, span.to),
  );
  const found: { before: Span; after: Span }[] = [];
  let [at, is] = [0, 0];
  const length = passage.to - passage.from;
  while (at < length || is < span.to - span.from) {
    const kept = nextKept(forward, at);
    const there = kept < length ? (forward[kept] ?? 0) : span.to - span.from;
    if (kept > at || there > is) {
      const last = found.at(-1);
      if (last !== undefined && at - last.before.to < MIN_KEPT) {
        last.before.to = kept;
        last.after.to = there;
      } else found.push({ before: { from: at, to: kept }, after: { from: is, to: there } });
    }
    at = kept + 1;
    is = there + 1;
  }
  return found.map((difference) => ({
    before: partOf(before, passage, difference.before),
    after: partOf(after, span, difference.after),
  }));
}

function nextKept(forward: Int32Array, from: number): number {
  let at = from;
  while (at < forward.length && (forward[at] ?? -1) < 0) at += 1;
  return at;
}

/** @param part in tokens of `whole` */
function partOf({ starts, ends }: Tokens, whole: Span, { from, to }: Span): TextPart {
  if (to > from) return { start: starts[whole.from + from] ?? 0, end: ends[whole.from + to - 1] ?? 0 };
  const at = from > 0 ? (ends[whole.from + from - 1] ?? 0) : (starts[whole.from] ?? 0);
  return { start: at, end: at };
}
