import path from "node:path";
import Piscina from "piscina";
import type { TypesetJob } from "#formats/exporters/exporter.ts";
import { log } from "#server/log.ts";
import { productRoot } from "#server/product-root.ts";

/** One at a time: a report takes a fraction of a second, and two would share the same cores. */
const THREADS = 1;
/** More waiting than this and a person is told to try again instead of waiting for minutes. */
const MAX_WAITING = 20;
/** In milliseconds, waiting included. A 200-claim report takes less than one second. */
const TIMEOUT = 60_000;
/** The thread and its fonts are given back after this long without a report, in milliseconds. */
const IDLE = 5 * 60_000;

/** Kept across hot reloads of this module, which would else leave a thread behind with each. */
const kept = globalThis as typeof globalThis & { uratoriPdfPool?: Piscina<TypesetJob, Uint8Array> };

function pool(): Piscina<TypesetJob, Uint8Array> {
  kept.uratoriPdfPool ??= new Piscina<TypesetJob, Uint8Array>({
    filename: path.join(productRoot(), "server", "report", "pdf-worker.mjs"),
    minThreads: 0,
    maxThreads: THREADS,
    maxQueue: MAX_WAITING,
    idleTimeout: IDLE,
    // Loaders and flags of the process (tsx, inspectors) are not the worker's, which is plain JavaScript.
    execArgv: [],
    // Without somebody who listens, a thread that dies between two reports would end the process.
  }).on("error", (error) => log().error({ err: error }, "the typesetting thread died"));
  return kept.uratoriPdfPool;
}

/**
 * The PDF of `job`, made in the worker thread. A thread that dies or runs out of time is ended, its job fails, and
 * the next job gets a new one. Rejects with an AbortError on time-out, with piscina's error when the queue is full.
 */
export function typesetPdf(job: TypesetJob, { timeout = TIMEOUT } = {}): Promise<Uint8Array> {
  return pool().run(job, { name: "typeset", signal: AbortSignal.timeout(timeout) });
}

/** Ends the thread, for tests and for a process that stops. The next job starts a new one. */
export async function closePdfPool(): Promise<void> {
  const open = kept.uratoriPdfPool;
  delete kept.uratoriPdfPool;
  await open?.destroy();
}
