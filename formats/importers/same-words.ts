/** Letters and figures only, in one form: what is left when two places of a page write the same words in their own way. */
export function wordsAlone(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Whether two texts say the same, whatever their spaces, punctuation, widths and capitals. Texts without words never do. */
export function sameWords(one: string, other: string): boolean {
  const words = wordsAlone(one);
  return words !== "" && words === wordsAlone(other);
}

/** More letters than a title has are not compared. */
const MOST_LETTERS = 200;

/** How much two titles have in common, from 0 to 1: the share of their pairs of neighbouring letters. */
export function alike(one: string, other: string): number {
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size === 0 || others.size === 0) return 0;
  const common = [...pairs].filter((pair) => others.has(pair)).length;
  return (2 * common) / (pairs.size + others.size);
}

function pairsOf(text: string): Set<string> {
  const letters = [...wordsAlone(text.slice(0, 2 * MOST_LETTERS))].slice(0, MOST_LETTERS);
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}
