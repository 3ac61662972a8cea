import { FeatureMaker } from "./likeness.ts";
import { findMoves } from "./moves.ts";
import { type Group, pairInOrder } from "./pairing.ts";
import type { DiffSegment } from "./segments.ts";
import { diffText } from "./text-diff.ts";

/**
 * What became of some blocks.
 * - `same`, `edited`: they stand where they stood. One block became several, or several one, where the two sides differ
 *   in number.
 * - `deleted`, `inserted`: on one side only.
 * - `moved_away`: their old place; `moved_here`: their new one. Both have the same `move`.
 */
export type DiffRowKind = "same" | "edited" | "deleted" | "inserted" | "moved_away" | "moved_here";

export interface DiffRow {
  kind: DiffRowKind;
  /** Indices of blocks of the earlier and the later revision, ascending. */
  before: number[];
  after: number[];
  /**
   * Their texts, joined by one line feed, compared: same and deleted are the earlier, same and inserted the later. What
   * moved away is one deleted run; what moved here is compared with the words that moved.
   */
  segments: DiffSegment[];
  /** Which move this is an end of, from 1 in the order of the later text; null for everything that did not move. */
  move: number | null;
}

/** All that is compared of a block: its words. */
export interface DiffBlock {
  text: string;
}

/**
 * Compares two revisions block by block, in an order in which both can be read from top to bottom: the earlier is all rows
 * but `moved_here`, the later all but `moved_away`. About linear in both.
 */
export function diffRevisions(before: readonly DiffBlock[], after: readonly DiffBlock[]): DiffRow[] {
  const maker = new FeatureMaker();
  const [here, there] = [before.map(({ text }) => text), after.map(({ text }) => text)];
  const groups = pairInOrder(here, there, maker);
  const moves = movesIn(groups, { here, there, maker });
  return groups.map((group): DiffRow => {
    const [was, is] = [textsOf(here, group.before), textsOf(there, group.after)];
    const away = moves.away.get(group.before[0] ?? -1);
    if (away && group.after.length === 0)
      return { kind: "moved_away", ...group, segments: diffText(was, ""), ...away };
    const arrival = moves.arrivals.get(group.after[0] ?? -1);
    if (arrival && group.before.length === 0) {
      const { from, move } = arrival;
      const segments = diffText(here[from] ?? "", is);
      return { kind: "moved_here", before: [from], after: group.after, segments, move };
    }
    return { kind: kindOf(group, was === is), ...group, segments: diffText(was, is), move: null };
  });
}

const textsOf = (texts: readonly string[], indices: readonly number[]): string =>
  indices.map((index) => texts[index] ?? "").join("\n");

function kindOf({ before, after }: Group, isSame: boolean): DiffRowKind {
  if (after.length === 0) return "deleted";
  if (before.length === 0) return "inserted";
  return isSame ? "same" : "edited";
}

interface Moves {
  away: Map<number, { move: number }>;
  arrivals: Map<number, { from: number; move: number }>;
}

function movesIn(
  groups: readonly Group[],
  { here, there, maker }: { here: string[]; there: string[]; maker: FeatureMaker },
): Moves {
  const gone = groups.flatMap(({ before, after }) => (after.length === 0 ? before : []));
  const come = groups.flatMap(({ before, after }) => (before.length === 0 ? after : []));
  const moves = findMoves(
    gone.map((index) => ({ index, text: here[index] ?? "" })),
    come.map((index) => ({ index, text: there[index] ?? "" })),
    maker,
  ).sort((a, b) => a.to - b.to);
  return {
    away: new Map(moves.map(({ from }, index) => [from, { move: index + 1 }])),
    arrivals: new Map(moves.map(({ from, to }, index) => [to, { from, move: index + 1 }])),
  };
}
