/**
 * The middle one of what was measured; of an even number the lower one of the two, because their mean is a length that
 * nothing on the page has.
 *
 * @returns 0 of nothing
 */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[(sorted.length - 1) >> 1] ?? 0;
}
