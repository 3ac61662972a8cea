import { JAPANESE_LETTERS } from "../japanese-letters.ts";
import { median } from "../median.ts";
import type { Drawn } from "./drawn.ts";

/** In sizes of the letters: how far from its neighbour's middle a letter of one column may stand, and from its top. */
const SAME_COLUMN = 0.3;
const PUNCTUATION_ASIDE = 0.75;
const NEAREST = 0.7;
const FURTHEST = 1.7;
/** Cells of a table under one another stand further apart than the letters of a word set downwards. */
const SURE_STEP = 1.2;
const FEWEST_LETTERS = 3;
/** On a page that is set downwards: of its single letters, and how many at least. */
const MOSTLY = 0.6;
const ENOUGH = 20;
/** Letters looked at to find the next one: those of a text do not stand in heaps. */
const MOST_LOOKED_AT = 32;

const SPACELESS = new RegExp(`^[${JAPANESE_LETTERS}々〆ヶー〇]$`, "u");
const PUNCTUATION = /^[\u3000-\u303f\uff01-\uff65・…‥―—–‐「」『』（）〈〉《》【】〔〕、。，．]$/u;

interface Letter {
  of: Drawn;
  middle: number;
  top: number;
}

/**
 * Letters that a page places one by one under each other, in fonts that say nothing of vertical writing, as the vertical
 * text they are; `rest` is what is none of it. Which letter follows is told by which is nearer, the one below or the one
 * beside.
 */
export function letterColumns(drawn: readonly Drawn[]): { down: Drawn[]; rest: Drawn[] } {
  const letters = drawn.flatMap((one) => letterOf(one) ?? []);
  if (letters.length < FEWEST_LETTERS) return { down: [], rest: [...drawn] };
  const below = neighbours(
    letters,
    ({ middle }) => middle,
    ({ top }) => top,
  );
  const beside = neighbours(
    letters,
    ({ top }) => top,
    ({ middle }) => middle,
  );
  const goesDown = (letter: Letter): boolean => {
    const step = below.get(letter)?.step ?? Number.POSITIVE_INFINITY;
    return step < (beside.get(letter)?.step ?? Number.POSITIVE_INFINITY) * 0.97;
  };
  const goesAcross = (letter: Letter): boolean => beside.has(letter) && !goesDown(letter);
  const down = letters.filter(goesDown).length;
  const isMostlyDown = down >= ENOUGH && down >= MOSTLY * (down + letters.filter(goesAcross).length);
  const taken = new Set<Letter>();
  for (const first of letters) {
    if (taken.has(first) || !goesDown(first)) continue;
    const column = [first];
    for (let last = first; goesDown(last); ) {
      const next = below.get(last);
      if (!next || taken.has(next.letter)) break;
      if (!isMostlyDown && next.step > last.of.size * SURE_STEP) break;
      column.push(next.letter);
      last = next.letter;
    }
    const isText = column.filter(({ of }) => SPACELESS.test(of.text)).length >= FEWEST_LETTERS - 1;
    if (isText && column.length >= FEWEST_LETTERS) for (const letter of column) taken.add(letter);
  }
  if (isMostlyDown) {
    // What is left over is a line of one or two letters, unless it is part of a line across.
    const left = letters.filter((letter) => !taken.has(letter));
    const across = new Set(
      left.flatMap((letter) => {
        const next = beside.get(letter)?.letter;
        return goesAcross(letter) && next && !taken.has(next) ? [letter, next] : [];
      }),
    );
    for (const letter of left) if (!across.has(letter)) taken.add(letter);
  }
  const gone = new Set([...taken].map(({ of }) => of));
  return { down: [...taken].map(standing), rest: drawn.filter((one) => !gone.has(one)) };
}

/** Brackets and dashes are turned within vertical text; their box then lies beside where they begin. */
function letterOf(one: Drawn): Letter | null {
  const { text, x, y, size, length, turns } = one;
  if (one.isVertical || [...text].length !== 1) return null;
  if (turns === 1 && (PUNCTUATION.test(text) || SPACELESS.test(text)))
    return { of: one, middle: x + size * 0.38, top: y };
  if (turns !== 0 || !(SPACELESS.test(text) || PUNCTUATION.test(text))) return null;
  return { of: one, middle: x + length / 2, top: y - size * 0.88 };
}

const standing = ({ of, middle, top }: Letter): Drawn => ({
  ...of,
  x: middle,
  y: top,
  length: of.size,
  turns: 0,
  isVertical: true,
  hasSpaceBefore: false,
});

/** For each letter the nearest one after it `along` the same line `across`, if it is near enough to be its neighbour. */
function neighbours(
  letters: readonly Letter[],
  across: (letter: Letter) => number,
  along: (letter: Letter) => number,
): Map<Letter, { letter: Letter; step: number }> {
  const size = Math.max(1, median(letters.map(({ of }) => of.size)));
  const lines = new Map<number, Letter[]>();
  const line = (letter: Letter) => Math.round(across(letter) / size);
  for (const letter of [...letters].sort((one, other) => along(one) - along(other))) {
    const others = lines.get(line(letter));
    if (others) others.push(letter);
    else lines.set(line(letter), [letter]);
  }
  const found = new Map<Letter, { letter: Letter; step: number }>();
  for (const letter of letters)
    for (const near of [-1, 0, 1]) {
      const others = lines.get(line(letter) + near) ?? [];
      const from = firstAfter(others, along, along(letter) + letter.of.size * NEAREST);
      for (const other of others.slice(from, from + MOST_LOOKED_AT)) {
        const step = along(other) - along(letter);
        if (step > letter.of.size * FURTHEST) break;
        const aside =
          PUNCTUATION.test(other.of.text) || PUNCTUATION.test(letter.of.text)
            ? PUNCTUATION_ASIDE
            : SAME_COLUMN;
        if (Math.abs(across(other) - across(letter)) > letter.of.size * aside) continue;
        const known = found.get(letter);
        if (!known || step < known.step) found.set(letter, { letter: other, step });
        break;
      }
    }
  return found;
}

function firstAfter(letters: readonly Letter[], along: (letter: Letter) => number, least: number): number {
  let low = 0;
  let high = letters.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const letter = letters[middle];
    if (letter && along(letter) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
