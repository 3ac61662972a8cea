import { Refusal } from "#domain/error.ts";
import { SHORT_WORK } from "#server/parsing/lanes.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";
import {
  type MergedProse,
  type MergeJob,
  measuredUpdate,
  mergedProse,
  type RewriteJob,
  rewrittenProse,
} from "./merge.ts";

/** In bytes: what is shorter is decoded or merged within a few milliseconds. */
export const SHORT_UPDATE = 16_000;

/** In milliseconds, waiting included: what is done while a claim is locked ends before its transaction has to. */
const UNDER_LOCK = { ...SHORT_WORK.times, timeout: 15_000 };

const mergers = workerPool<MergeJob, MergedProse | null>(SHORT_WORK);
const rewriters = workerPool<RewriteJob, MergedProse>(SHORT_WORK);
const measurers = workerPool<Uint8Array, number>(SHORT_WORK);

/** As `mergedProse`; long states are merged in a thread, for the member `by` who wrote last. */
export const mergeAside = async (job: MergeJob, by: string): Promise<MergedProse | null> =>
  job.stored.length + job.state.length <= SHORT_UPDATE
    ? mergedProse(job)
    : await mergers.run(job, { task: "prose", by, ...UNDER_LOCK });

/**
 * As `rewrittenProse`; a long state, and a rationale of any length, is worked on in a thread for the member `by`.
 *
 * @throws Refusal RATIONALE_INVALID where that takes longer than it may, or as a pool is full
 */
export async function rewriteAside(job: RewriteJob, by: string): Promise<MergedProse> {
  if (job.state.length <= SHORT_UPDATE && !job.wanted.rationale) return rewrittenProse(job);
  try {
    return await rewriters.run(job, { task: "rewriting", by, ...UNDER_LOCK });
  } catch (error) {
    const tooHard = new Refusal("RATIONALE_INVALID", { path: "rationale", reason: "too_deep" });
    throw error instanceof JobTooHard ? tooHard : error;
  }
}

/** What says that nothing was measured, and nothing of what was to be. */
const OURS = new Set(["Refusal", "AbortError", "TimeoutError"]);

/** As `measuredUpdate`, in a thread; null where the update is none, or is too much to be measured. */
export async function measureAside(update: Uint8Array, by: string): Promise<number | null> {
  try {
    return await measurers.run(update, { task: "update", by, ...SHORT_WORK.times });
  } catch (error) {
    // What the decoder throws at bytes that are none is of every kind.
    const isOurs = error instanceof Error && OURS.has(error.name);
    if (isOurs) throw error;
    return null;
  }
}

/** Of how many items a short update consists; null where it is none. */
export function measured(update: Uint8Array): number | null {
  try {
    return measuredUpdate(update);
  } catch {
    return null;
  }
}
