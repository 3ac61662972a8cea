/** White space and the marks of bullets are nobody's error: the machine sets its own, and we take ours off. */
const bare = (text: string): string[] => [
  ...text
    .normalize("NFKC")
    .replace(/^\s*[-•・●]\s*/gmu, "")
    .replace(/\s+/gu, ""),
];

/**
 * What of a text was misread: characters put in, left out or taken for others, in per cent of the right ones, and in how many
 * places the right text has a figure that does not stand in the one that was read.
 */
export function characterErrors(read: string, right: string): { percent: number; digits: number } {
  const expected = bare(right);
  const found = bare(read).join("");
  const figures = right.normalize("NFKC").match(/\d+(?:[.,]\d+)*/g) ?? [];
  return {
    percent: (100 * distance(bare(read), expected)) / Math.max(1, expected.length),
    digits: figures.filter((figure) => !found.includes(figure)).length,
  };
}

/** Levenshtein's, in characters. */
function distance(one: readonly string[], other: readonly string[]): number {
  let before = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [row, character] of one.entries()) {
    const now = [row + 1];
    for (const [column, there] of other.entries())
      now.push(
        Math.min(
          (before[column + 1] ?? 0) + 1,
          (now[column] ?? 0) + 1,
          (before[column] ?? 0) + (character === there ? 0 : 1),
        ),
      );
    before = now;
  }
  return before.at(-1) ?? 0;
}
