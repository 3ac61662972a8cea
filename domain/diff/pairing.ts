import { commonSequence } from "./common-sequence.ts";
import { type FeatureMaker, type Features, joined, likeness } from "./likeness.ts";

/** Pieces of the earlier and the later text that belong together, by index; one side may be empty. */
export interface Group {
  before: number[];
  after: number[];
}

/** From here two pieces are one that was edited; below, one went and another came. */
const MIN_LIKENESS = 0.4;
/** One piece that became several (or several one) must gain so much over the best of them alone. */
const MIN_GAIN = 0.08;
/** Several parts and their whole may differ in length by so much. */
const MAX_GROWTH = 1.6;
/** Into how many pieces one is looked for. */
const MAX_PARTS = 3;
/** Larger gaps are cut in so many pieces at a time, and compared only with those at about the same place. */
const MAX_PIECES = 80;

/**
 * Puts the pieces of two texts together, in order: equal ones first, then between them those that are alike, one to one or
 * one to a few. Pieces without a partner stand in groups of their own, those of the earlier text first.
 */
export function pairInOrder(
  before: readonly string[],
  after: readonly string[],
  maker: FeatureMaker,
): Group[] {
  const groups: Group[] = [];
  let from = 0;
  let start = 0;
  const fill = (to: number, end: number) => {
    if (from === to && start === end) return;
    const here = before.slice(from, to).map((piece) => maker.of(piece));
    const there = after.slice(start, end).map((piece) => maker.of(piece));
    for (const group of pairAlike(here, there)) {
      groups.push({
        before: group.before.map((at) => at + from),
        after: group.after.map((is) => is + start),
      });
    }
  };
  equalPieces(before, after).forEach((is, at) => {
    if (is < 0) return;
    fill(at, is);
    groups.push({ before: [at], after: [is] });
    from = at + 1;
    start = is + 1;
  });
  fill(before.length, after.length);
  return groups;
}

function equalPieces(before: readonly string[], after: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  const weights: number[] = [];
  const numberOf = (piece: string) => {
    const known = numbers.get(piece);
    if (known !== undefined) return known;
    weights.push(Math.max(piece.trim().length, 0.5));
    numbers.set(piece, numbers.size);
    return numbers.size - 1;
  };
  const one = Int32Array.from(before, numberOf);
  const other = Int32Array.from(after, numberOf);
  return commonSequence(one, other, Float64Array.from(weights));
}

/** How many pieces a step takes from either side. */
const STEPS: readonly (readonly [number, number])[] = [
  [1, 1],
  ...Array.from({ length: MAX_PARTS - 1 }, (_, index) => [1, index + 2] as const),
  ...Array.from({ length: MAX_PARTS - 1 }, (_, index) => [index + 2, 1] as const),
];

/** The groups of a gap; a large one is cut in parts of equal share, so that time stays about linear. */
function pairAlike(here: readonly Features[], there: readonly Features[]): Group[] {
  const parts = Math.ceil(Math.max(here.length, there.length) / MAX_PIECES);
  const edge = (length: number, part: number) => Math.round((length * part) / parts);
  return Array.from({ length: parts }, (_, part) => part).flatMap((part) => {
    const [from, start] = [edge(here.length, part), edge(there.length, part)];
    const groups = pairPart(
      here.slice(from, edge(here.length, part + 1)),
      there.slice(start, edge(there.length, part + 1)),
    );
    return groups.map(({ before, after }) => ({
      before: before.map((at) => at + from),
      after: after.map((is) => is + start),
    }));
  });
}

/** The groups that together have most in common: what each place on the way is worth is found from the end. */
function pairPart(here: readonly Features[], there: readonly Features[]): Group[] {
  const [rows, columns] = [here.length, there.length];
  const alike = here.map((one) => there.map((other) => likeness(one, other)));
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const taken = new Int8Array((rows + 1) * width).fill(-1);
  for (let i = rows - 1; i >= 0; i -= 1) {
    for (let j = columns - 1; j >= 0; j -= 1) {
      const at = i * width + j;
      best[at] = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      STEPS.forEach(([down, right], step) => {
        if (i + down > rows || j + right > columns) return;
        const worth = step === 0 ? worthOfTwo(i, j) : worthOfSeveral({ i, j, down, right });
        const sum = worth + (best[at + down * width + right] ?? 0);
        if (worth === 0 || sum <= (best[at] ?? 0)) return;
        best[at] = sum;
        taken[at] = step;
      });
    }
  }

  /** What it is worth to put two together: 0 where they do not belong together. */
  function worthOfTwo(i: number, j: number): number {
    const like = alike[i]?.[j] ?? 0;
    return like < MIN_LIKENESS ? 0 : like * (lengthOf(here, i, 1) + lengthOf(there, j, 1));
  }

  /** Of several parts of one, each must bring something, and all be more like it than any alone. */
  function worthOfSeveral({ i, j, down, right }: Step): number {
    const [shorter, longer] = [lengthOf(here, i, down), lengthOf(there, j, right)].sort((a, b) => a - b);
    if (!shorter || !longer || longer > shorter * MAX_GROWTH) return 0;
    let most = 0;
    for (let k = 0; k < Math.max(down, right); k += 1) {
      const [row, column] = down > 1 ? [i + k, j] : [i, j + k];
      const like = alike[row]?.[column] ?? 0;
      const part = (down > 1 ? here[row] : there[column]) ?? NOTHING;
      // A line break by itself has nothing to be alike by.
      if (like < MIN_LIKENESS / 2 && part.length > 0) return 0;
      most = Math.max(most, like);
    }
    const together = likeness(joined(here.slice(i, i + down)), joined(there.slice(j, j + right)));
    return together < MIN_LIKENESS || together < most + MIN_GAIN ? 0 : together * (shorter + longer);
  }

  return groupsOnTheWay({ best, taken, rows, columns });
}

/** `down` pieces from `i` on against `right` from `j` on. */
interface Step {
  i: number;
  j: number;
  down: number;
  right: number;
}

const lengthOf = (pieces: readonly Features[], from: number, count: number): number => {
  let length = 0;
  for (let k = from; k < from + count; k += 1) length += pieces[k]?.length ?? 0;
  return length;
};

const NOTHING: Features = new Int32Array(0);

function groupsOnTheWay({
  best,
  taken,
  rows,
  columns,
}: {
  best: Float64Array;
  taken: Int8Array;
  rows: number;
  columns: number;
}): Group[] {
  const width = columns + 1;
  const groups: Group[] = [];
  let come: Group[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    const at = i * width + j;
    const step = i < rows && j < columns ? STEPS[taken[at] ?? -1] : undefined;
    if (step) {
      groups.push(...come, { before: range(i, step[0]), after: range(j, step[1]) });
      come = [];
      i += step[0];
      j += step[1];
    } else if (i < rows && (j === columns || (best[at + width] ?? 0) >= (best[at + 1] ?? 0))) {
      groups.push({ before: [i++], after: [] });
    } else come.push({ before: [], after: [j++] });
  }
  return [...groups, ...come];
}

const range = (from: number, length: number): number[] => Array.from({ length }, (_, index) => from + index);
