import type { Ruby } from "./run.ts";

/** A letter, or a space between two, on its line. */
interface Placed {
  text: string;
  x0: number;
  x1: number;
}

/** Letters with a reading, from one index to before another. */
interface Base {
  from: number;
  to: number;
  reading: string;
}

/** How far beside a reading the middle of a letter under it may lie, as a share of the letter's width. */
const ASIDE = 0.25;

/**
 * The letters under each reading of a line, from left to right: one walk over both. A reading without letters of its own
 * belongs to those of the reading before it, or to the letter behind it, whichever is nearer: none is lost.
 */
export function basesOf(letters: readonly Placed[], rubies: readonly Ruby[]): Base[] {
  const bases: Base[] = [];
  let at = 0;
  for (const ruby of [...rubies].sort((one, other) => one.x0 - other.x0)) {
    // What ends before one reading ends before all that follow.
    let from = at;
    while (from < letters.length && isBefore(letters[from], ruby)) from += 1;
    let to = from;
    while (to < letters.length && isUnder(letters[to], ruby)) to += 1;
    const last = bases.at(-1);
    if (to > from) bases.push({ from, to, reading: ruby.text });
    else if (last && isNearer(letters[last.to - 1], letters[from], ruby)) last.reading += ruby.text;
    else if (from < letters.length) bases.push({ from, to: from + 1, reading: ruby.text });
    at = Math.max(from, bases.at(-1)?.to ?? 0);
  }
  return bases;
}

/** Whether the letter before a reading is nearer to it than the one behind it. */
const isNearer = (before: Placed | undefined, behind: Placed | undefined, ruby: Ruby): boolean =>
  behind === undefined || ruby.x0 - (before?.x1 ?? 0) <= behind.x0 - ruby.x1;

const middleOf = ({ x0, x1 }: Placed): number => (x0 + x1) / 2;
const slackOf = ({ x0, x1 }: Placed): number => (x1 - x0) * ASIDE;

const isBefore = (letter: Placed | undefined, ruby: Ruby): boolean =>
  letter !== undefined && (!/\S/u.test(letter.text) || middleOf(letter) <= ruby.x0 - slackOf(letter));

const isUnder = (letter: Placed | undefined, ruby: Ruby): boolean =>
  letter !== undefined &&
  /\S/u.test(letter.text) &&
  middleOf(letter) > ruby.x0 - slackOf(letter) &&
  middleOf(letter) < ruby.x1 + slackOf(letter);
