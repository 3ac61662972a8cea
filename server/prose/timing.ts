/** When what happens to prose, in milliseconds. Tests are less patient than people. */
export interface ProseTiming {
  /** From the first word that is not stored to its storing. */
  store: number;
  /** From words that another instance is about to store to looking whether it did. */
  storeForOthers: number;
  /** How long local changes gather before other instances get them. */
  gather: number;
  /** How long nobody writes until the writing rests, and the log is told. */
  rest: number;
  /** From the first word that is not told to its telling, also while people write on. */
  latest: number;
  /** Between two looks for what a killed instance left untold. */
  sweep: number;
  /** How long a stopping server tries to store. */
  drain: number;
}

export const PROSE_TIMING: ProseTiming = {
  store: 500,
  storeForOthers: 5_000,
  gather: 30,
  rest: 3_000,
  latest: 30_000,
  sweep: 30_000,
  drain: 4_000,
};
