import { longestAscending } from "#formats/importers/pdf/longest-ascending.ts";

/** Long enough to stand once in most texts, short enough to fit in a narrow column. */
const PIECE = 6;
/** Fewer pieces than these tell nothing of an order. */
const FEWEST = 20;

/** Where each piece of six characters stands that a text has only once; white space and hyphens do not count. */
function places(text: string): Map<string, number> {
  const characters = [...text.replace(/[\s\u00ad\u2010-]+/gu, "")];
  const found = new Map<string, number>();
  for (let at = 0; at + PIECE <= characters.length; at += 1) {
    const piece = characters.slice(at, at + PIECE).join("");
    found.set(piece, found.has(piece) ? -1 : at);
  }
  return found;
}

/**
 * How much of a text stands in the order of the right one: the share of the pieces both have that one reading from top to
 * bottom meets in ascending order. 1 for a text with too little in common to tell.
 */
export function orderKept(found: string, right: string): number {
  const wanted = places(right);
  const sequence: number[] = [];
  for (const [piece, at] of places(found)) {
    const place = wanted.get(piece) ?? -1;
    if (at >= 0 && place >= 0) sequence.push(place);
  }
  const known = [...wanted.values()].filter((place) => place >= 0).length;
  if (known < FEWEST) return 1;
  return longestAscending(sequence) / (sequence.length < known / 2 ? known : sequence.length);
}
