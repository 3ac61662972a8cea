import type { ReadSymbol } from "./page.ts";

/** Two characters in less than one square are one that was read twice: real ones take nearly two. */
const ONE_SQUARE = 0.85;
/** A lower confidence by so many points tells the wrong one; else the first is taken, which is the right one more often. */
const CLEARLY = 4;
/** What the machine can't tell apart. Boxes alone prove nothing: they are rough, and any two may seem squeezed. */
const ALIKE = ["もるゃぁ", "さきざ", "ーオ一"].map((signs) => new Set(signs));
const SMALL = /^[ぁぃぅぇぉっゃゅょァィゥェォッャュョ]$/u;

/** A line whose characters are in order, each with where it begins and ends along the line. */
export interface PlacedSymbol extends ReadSymbol {
  from: number;
  to: number;
  /** Whether the machine read something else at the same place as well. */
  isDoubtful: boolean;
}

/**
 * A line without what was read twice: where the machine can't decide between two characters of Japanese it sometimes
 * gives both (`もる` for も), squeezed into the square of one. What is left of them is doubtful.
 *
 * @param square how long the square of a character is along the line
 */
export function withoutTwins(symbols: readonly PlacedSymbol[], square: number): PlacedSymbol[] {
  const kept: PlacedSymbol[] = [];
  for (const symbol of symbols) {
    const before = kept.at(-1);
    if (!before || !isSqueezed(before, symbol, square)) {
      kept.push(symbol);
      continue;
    }
    kept.pop();
    kept.push({ ...likelier(before, symbol), from: before.from, to: symbol.to, isDoubtful: true });
  }
  return kept;
}

function isSqueezed(first: PlacedSymbol, second: PlacedSymbol, square: number): boolean {
  if (!ALIKE.some((signs) => signs.has(first.text) && signs.has(second.text))) return false;
  return second.to - first.from < square * ONE_SQUARE;
}

function likelier(first: PlacedSymbol, second: PlacedSymbol): PlacedSymbol {
  if (SMALL.test(first.text) !== SMALL.test(second.text)) return SMALL.test(first.text) ? second : first;
  return second.confidence > first.confidence + CLEARLY ? second : first;
}
