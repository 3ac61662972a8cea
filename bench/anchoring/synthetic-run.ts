import { chance } from "../history/chance.ts";
import { type BaseText, withReadings } from "./base-texts.ts";
import { measured } from "./measured.ts";
import type { Method, Quoted } from "./method.ts";
import { quotesOf } from "./quotes.ts";
import { edited, type Scenario } from "./synthetic-edits.ts";
import type { Tally } from "./tally.ts";
import { placesOf, type TruePlace, traced, untraced } from "./traced-text.ts";

/** A text edited by machine, and the true place of every quote in it. */
export interface SyntheticEdit {
  before: string;
  after: string;
  quotes: { anchor: Quoted; truth: TruePlace | null; isUnchanged: boolean }[];
}

/** One text after one scenario's edits, with `count` quotes; the same for the same `seed`. */
export function syntheticEdit(
  base: BaseText,
  scenario: Scenario,
  seed: number,
  count: number,
): SyntheticEdit {
  const luck = chance(seed, stream(`${base.name}/${scenario.name}`));
  const before = scenario.isWithoutRuby ? withReadings(base.text, luck) : base.text;
  const anchors = quotesOf(before, count, luck);
  const text = edited(traced(before), scenario, luck);
  const after = untraced(text);
  const points = [...after];
  const placeOf = placesOf(text, [...before].length);
  const quotes = anchors.map((anchor) => {
    const truth = placeOf(anchor.start, anchor.end);
    const isUnchanged = truth !== null && points.slice(truth.start, truth.end).join("") === anchor.exact;
    return { anchor, truth, isUnchanged };
  });
  return { before, after, quotes };
}

/** A passage of which less than this is kept counts as gone. */
const MIN_KEPT = 0.3;

/** Lets `method` find the first `count` quotes of `edit` again, and counts. */
export function syntheticRun(
  method: Method,
  edit: SyntheticEdit,
  tally: Tally,
  count = Number.POSITIVE_INFINITY,
) {
  const quotes = edit.quotes.slice(0, count);
  const anchors = quotes.map(({ anchor }) => anchor);
  const found = measured(method, { anchors, before: edit.before, after: edit.after }, tally);
  quotes.forEach(({ anchor, truth, isUnchanged }, index) => {
    const one = found[index] ?? { placed: null, first: null };
    if (truth?.isTorn) tally.countTorn(one, truth);
    else {
      const isGone = truth === null || truth.kept < MIN_KEPT;
      tally.count(one, isGone ? null : truth, { isUnchanged, quote: anchor.exact });
    }
  });
}

/** A number of its own for every name. */
const stream = (name: string): number =>
  [...name].reduce((sum, point) => (sum * 31 + (point.codePointAt(0) ?? 0)) % 100_003, 7);
