/** The length of the longest part of a sequence in which nothing falls, in n log n. */
export function longestAscending(sequence: readonly number[]): number {
  const ends: number[] = [];
  for (const value of sequence) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    ends[low] = value;
  }
  return ends.length;
}
