import { workerPool } from "#server/worker-pool.ts";
import { LONG_WORK, SHORT_WORK } from "./lanes.ts";

/** Ends the threads for parsing, for tests and for a process that stops. The next job starts new ones. */
export async function closeParsing(): Promise<void> {
  await Promise.all([SHORT_WORK, LONG_WORK].map((lane) => workerPool(lane).close()));
}
