import type { TypesetJob } from "#formats/exporters/exporter.ts";
import { workerPool } from "#server/worker-pool.ts";

/** In milliseconds, waiting included. A 200-claim report takes less than one second. */
const TIMEOUT = 60_000;

const pool = workerPool<TypesetJob, Uint8Array>({
  name: "typesetting",
  file: "server/report/pdf-worker.mjs",
  idle: 5 * 60_000,
  // More than this and a person is told to try again instead of waiting for minutes.
  places: { atWork: 1, atWorkOfEach: 1, waiting: 20, waitingOfEach: 4 },
});

/** The PDF of `job`, made in the worker thread for the member `by`. Rejects as `WorkerPool.run` does. */
export const typesetPdf = (job: TypesetJob, by: string, { timeout = TIMEOUT } = {}): Promise<Uint8Array> =>
  pool.run(job, { task: "typeset", timeout, by });

export const closePdfPool = pool.close;
