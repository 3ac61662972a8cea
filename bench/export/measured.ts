/** Times in milliseconds, the first apart; the last file's size in bytes; peak memory in megabytes. */
export interface Measured {
  cold: number;
  warm: number[];
  bytes: number;
  peak: number;
}

/** The middle one; NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
