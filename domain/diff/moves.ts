import { type FeatureMaker, type Features, likeness } from "./likeness.ts";

/** A piece that left one place and came at another, by index in its text. */
export interface Move {
  from: number;
  to: number;
}

/** Shorter pieces come and go by chance: a heading 概要, a bullet はい. UTF-16 units without white space around. */
const MIN_LENGTH = 6;
/** What moved and was edited on the way must be surely the same, and have so many features to be judged by. */
const MIN_LIKENESS = 0.65;
const MIN_FEATURES = 10;
/** A feature that stands in more pieces says nothing about which one is meant. */
const MAX_SHARED = 6;

/**
 * Which of the pieces that are gone came again elsewhere: those with the same words, in order, then the most alike.
 * Each piece moves once. About linear: only pieces that share something rare are compared.
 */
export function findMoves(
  gone: readonly { index: number; text: string }[],
  come: readonly { index: number; text: string }[],
  maker: FeatureMaker,
): Move[] {
  const isLong = ({ text }: { text: string }) => text.trim().length >= MIN_LENGTH;
  const same = sameWords(gone.filter(isLong), come.filter(isLong));
  const isFrom = new Set(same.map(({ from }) => from));
  const isTo = new Set(same.map(({ to }) => to));
  const alike = mostAlike(
    gone
      .filter(({ index }) => !isFrom.has(index))
      .map(({ index, text }) => ({ index, features: maker.of(text) })),
    come
      .filter(({ index }) => !isTo.has(index))
      .map(({ index, text }) => ({ index, features: maker.of(text) })),
  );
  return [...same, ...alike].sort((a, b) => a.from - b.from);
}

function sameWords(
  gone: readonly { index: number; text: string }[],
  come: readonly { index: number; text: string }[],
): Move[] {
  const places = new Map<string, { index: number }[]>();
  for (const piece of come) {
    const known = places.get(piece.text);
    if (known) known.push(piece);
    else places.set(piece.text, [piece]);
  }
  return gone.flatMap(({ index, text }) => {
    const to = places.get(text)?.shift();
    return to ? [{ from: index, to: to.index }] : [];
  });
}

interface Piece {
  index: number;
  features: Features;
}

function mostAlike(gone: readonly Piece[], come: readonly Piece[]): Move[] {
  const holders = holdersOf(come);
  const pairs = gone.flatMap((piece) =>
    rivalsOf(piece, holders).map((other) => ({
      from: piece.index,
      to: other.index,
      alike: likeness(piece.features, other.features),
    })),
  );
  const moves: Move[] = [];
  const isTaken = { from: new Set<number>(), to: new Set<number>() };
  for (const { from, to, alike } of pairs.sort((a, b) => b.alike - a.alike)) {
    if (alike < MIN_LIKENESS || isTaken.from.has(from) || isTaken.to.has(to)) continue;
    isTaken.from.add(from);
    isTaken.to.add(to);
    moves.push({ from, to });
  }
  return moves;
}

function holdersOf(pieces: readonly Piece[]): Map<number, Piece[]> {
  const holders = new Map<number, Piece[]>();
  for (const piece of pieces) {
    if (piece.features.length < MIN_FEATURES) continue;
    for (const feature of new Set(piece.features)) {
      const known = holders.get(feature);
      if (known) known.push(piece);
      else holders.set(feature, [piece]);
    }
  }
  return holders;
}

function rivalsOf({ features }: Piece, holders: ReadonlyMap<number, Piece[]>): Piece[] {
  if (features.length < MIN_FEATURES) return [];
  const rivals = new Set<Piece>();
  for (const feature of features) {
    const known = holders.get(feature) ?? [];
    if (known.length <= MAX_SHARED) for (const piece of known) rivals.add(piece);
  }
  return [...rivals];
}
