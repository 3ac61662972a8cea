import { commonSequence } from "./common-sequence.ts";
import { FeatureMaker } from "./likeness.ts";
import { pairInOrder } from "./pairing.ts";
import { sentencesOf, tokensOf, weightOf } from "./pieces.ts";
import { type DiffSegment, joinAlike, tidied } from "./segments.ts";

/** Two sentences below this, or with less than this left of them, are shown whole: one went, another came. */
const MIN_KEPT = 0.25;

/**
 * What became of a text: by sentence first, then by word (an alphabet) or character (Japanese), numbers whole. Same and
 * deleted together are `before`, same and inserted together `after`; a deletion stands before the insertion that replaces
 * it. About linear in both texts.
 */
export function diffText(before: string, after: string): DiffSegment[] {
  if (before === after) return before ? [{ kind: "same", text: before }] : [];
  const [here, there] = [sentencesOf(before), sentencesOf(after)];
  const groups = pairInOrder(here, there, new FeatureMaker());
  const segments = groups.flatMap(({ before: at, after: is }) =>
    diffSentences(at.map((index) => here[index]).join(""), is.map((index) => there[index]).join("")),
  );
  return joinAlike(segments);
}

function diffSentences(before: string, after: string): DiffSegment[] {
  if (before === after) return [{ kind: "same", text: before }];
  const replaced = joinAlike([
    { kind: "deleted", text: before },
    { kind: "inserted", text: after },
  ]);
  if (!before || !after) return replaced;
  const segments = tidied(diffTokens(tokensOf(before), tokensOf(after)));
  const kept = segments.reduce((sum, { kind, text }) => sum + (kind === "same" ? text.length : 0), 0);
  return kept < MIN_KEPT * Math.min(before.length, after.length) ? replaced : segments;
}

function diffTokens(before: readonly string[], after: readonly string[]): DiffSegment[] {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const numberOf = (token: string) => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    weights.push(weightOf(token));
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  };
  const one = Int32Array.from(before, numberOf);
  const other = Int32Array.from(after, numberOf);
  const forward = commonSequence(one, other, Float64Array.from(weights));
  const segments: DiffSegment[] = [];
  let start = 0;
  const insertUpTo = (end: number) => {
    for (; start < end; start += 1) segments.push({ kind: "inserted", text: after[start] ?? "" });
  };
  before.forEach((token, at) => {
    const is = forward[at] ?? -1;
    if (is < 0) segments.push({ kind: "deleted", text: token });
    else {
      insertUpTo(is);
      segments.push({ kind: "same", text: token });
      start = is + 1;
    }
  });
  insertUpTo(after.length);
  return joinAlike(segments);
}
