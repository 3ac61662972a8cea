import type { AnnotationFailure } from "#domain/annotation.ts";
import { Refusal } from "#domain/error.ts";
import type { PlacedAnnotations, PlacingJob } from "#formats/annotations/place-annotations.ts";
import { LONG_WORK, SHORT_WORK } from "#server/parsing/lanes.ts";
import { packed } from "#server/parsing/packed-text.ts";
import type { AnnotationsJob } from "#server/parsing/parsers.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";

/** In UTF-16 units, or bytes of a file: some twenty annotations; more may take longer than short work may. */
const LONG = 20_000;

const quick = workerPool<AnnotationsJob, PlacedAnnotations>(SHORT_WORK);
const slow = workerPool<AnnotationsJob, PlacedAnnotations>(LONG_WORK);

type Placed = Extract<PlacedAnnotations, { ok: true }>;

/**
 * The annotations of a file that the member `by` sent, with their places: all are read and placed in a worker thread, so
 * that nobody else's request waits. Throws the refusal that says why nothing of the file can come in, TOO_MANY_REQUESTS
 * or BUSY where too many wait already.
 */
export async function placeAside({ content, revision }: PlacingJob, by: string): Promise<Placed> {
  const [pool, { times }] = content.length <= LONG ? [quick, SHORT_WORK] : [slow, LONG_WORK];
  try {
    return readOrRefused(
      await pool.run({ content, text: packed(revision) }, { task: "annotations", by, ...times }),
    );
  } catch (error) {
    throw error instanceof JobTooHard ? new Refusal("ANNOTATIONS_TOO_HARD") : error;
  }
}

function readOrRefused(placed: PlacedAnnotations): Placed {
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
