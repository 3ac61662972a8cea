/** One measured value, ready for a table. A file `bench/NAME.bench.ts` exports `run(): Promise<BenchRow[]>`. */
export interface BenchRow {
  /** What is measured, e.g. `reader paint`. */
  readonly bench: string;
  /** On what, e.g. `20,000 words × 1,000 claims`. */
  readonly case: string;
  /** Whose value it is: ours, or the peer's it is held against, measured in the same run. */
  readonly subject: string;
  /** Which value, e.g. `p95` or `DOM nodes added`. */
  readonly metric: string;
  readonly value: number;
  /** `ms`, `MB`, `kB`, `nodes`, … */
  readonly unit: string;
  /** Our value as a multiple of the peer's; below 1 is better than the peer. */
  readonly ratio?: number;
  /** What was set out to reach, in words: `≤ 1.5× bare`. */
  readonly goal?: string;
  /** Whether the goal is reached; absent where there is none. */
  readonly ok?: boolean;
}
