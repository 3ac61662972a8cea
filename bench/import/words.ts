const SEGMENTS = new Intl.Segmenter("ja", { granularity: "word" });

/** The words and figures of a text, as Unicode segments them. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  // Line by line: every segment carries the whole text it is of, which for a long page is more than memory holds.
  for (const line of text.normalize("NFKC").split("\n"))
    for (const { segment, isWordLike } of SEGMENTS.segment(line))
      if (isWordLike) words.push(segment.toLowerCase());
  return words;
}

/** The share of the expected words that came in, and the share of what came in that was expected. */
export function overlapOf(
  found: readonly string[],
  expected: readonly string[],
): { recall: number; precision: number } {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) both += 1;
    left.set(word, count - 1);
  }
  return {
    recall: expected.length === 0 ? 1 : both / expected.length,
    precision: found.length === 0 ? 1 : both / found.length,
  };
}

/** The value below which `share` of all lie; NaN of none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
