import { fold } from "../../domain/anchoring/fold.ts";
import { measured } from "./measured.ts";
import type { Method } from "./method.ts";
import type { RealEdit } from "./real-edits.ts";
import { Tally } from "./tally.ts";

/** What one method makes of passages of real articles that people edited. */
export interface RealTally extends Tally {
  /** Passages placed though a number in them is another now. */
  numbersMissed: number;
}

/** Carries the labelled passages of `edits`, every `step`th pair of versions. */
export function realRun(method: Method, edits: readonly RealEdit[], step: number): RealTally {
  const tally = Object.assign(new Tally(), { numbersMissed: 0 });
  for (let at = 0; at < edits.length; at += step) {
    const edit = edits[at];
    if (!edit || edit.cases.length === 0) continue;
    const anchors = edit.cases.map(({ before: { start, end, exact, prefix = "", suffix = "" } }) => ({
      start,
      end,
      exact,
      prefix,
      suffix,
    }));
    const found = measured(method, { anchors, before: edit.before, after: edit.after }, tally);
    const points = [...edit.after];
    edit.cases.forEach(({ status, after, before, path }, index) => {
      const one = found[index] ?? { placed: null, first: null };
      const isUnchanged = status === "unchanged";
      if (status !== "moved" || one.placed)
        tally.count(one, after, { isUnchanged, quote: `${path}: ${before.exact}` });
      if (one.placed) {
        const words = points.slice(one.placed.start, one.placed.end).join("");
        if (digitsOf(words) !== digitsOf(before.exact)) tally.numbersMissed += 1;
      }
    });
  }
  return tally;
}

const digitsOf = (text: string): string =>
  fold(text)
    .characters.filter((character) => /[\p{Nd}〇一二三四五六七八九十百千万億兆]/u.test(character))
    .join("");
