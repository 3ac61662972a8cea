import type { AnnotationFailure } from "#domain/annotation.ts";
import { Refusal } from "#domain/error.ts";
import {
  type PlacedAnnotations,
  type PlacingJob,
  placeAnnotations,
} from "#formats/annotations/place-annotations.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";

/** In UTF-16 units, or bytes of a file: some twenty annotations, whose places are found within a few turns. */
const LONG = 20_000;
/** In milliseconds, waiting included. */
const TIMEOUT = 120_000;
/** In milliseconds from when the thread begins: many times what the most annotations take in a long article. */
const LIMIT = 60_000;
/** In megabytes. */
const HEAP = 1024;
/** In seconds, what is told to a person who finds the queue full. */
const COME_BACK_AFTER = 30;

const pool = workerPool<PlacingJob, PlacedAnnotations>({
  name: "placing",
  file: "server/annotations/placing-worker.mjs",
  idle: 60_000,
  maxWaiting: 10,
  heap: HEAP,
});

type Placed = Extract<PlacedAnnotations, { ok: true }>;

/**
 * The annotations of a file with their places. Many are placed in a worker thread, so that nobody else's request waits.
 * Throws the refusal that says why nothing of the file can come in, TOO_MANY_REQUESTS where too many wait already.
 */
export async function placeAside(job: PlacingJob): Promise<Placed> {
  if (job.content.length <= LONG) return readOrRefused(placeAnnotations(job));
  if (pool.isFull()) throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: COME_BACK_AFTER });
  try {
    return readOrRefused(await pool.run(job, { task: "place", timeout: TIMEOUT, limit: LIMIT }));
  } catch (error) {
    throw error instanceof JobTooHard ? new Refusal("ANNOTATIONS_TOO_HARD") : error;
  }
}

export function readOrRefused(placed: PlacedAnnotations): Placed {
  if (placed.ok) return placed;
  throw refusalOf(placed);
}

function refusalOf(failure: AnnotationFailure): Refusal {
  switch (failure.reason) {
    case "NOT_JSON":
      return new Refusal("ANNOTATIONS_NOT_JSON");
    case "UNKNOWN":
      return new Refusal("ANNOTATIONS_UNKNOWN");
    case "TOO_LARGE":
      return new Refusal("ANNOTATIONS_TOO_LARGE", { bytes: failure.bytes, limit: failure.limit });
    case "TOO_MANY":
      return new Refusal("ANNOTATIONS_TOO_MANY", { count: failure.count, limit: failure.limit });
  }
}

export const closePlacingPool = pool.close;
