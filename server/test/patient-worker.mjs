/** A worker for tests of the pool: one task that answers, and one that never does. */

/** @param {{ job: unknown }} timed */
export const echo = ({ job }) => job;

/** @param {{ begun: Int32Array }} timed */
export function hang({ begun }) {
  Atomics.store(begun, 0, 1);
  for (;;);
}
