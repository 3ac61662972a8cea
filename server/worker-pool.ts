import path from "node:path";
import Piscina from "piscina";
import { Refusal } from "#domain/error.ts";
import { FairQueue, type Places, type Release } from "./fair-queue.ts";
import { log } from "./log.ts";
import { measured } from "./observe/measured.ts";
import { productRoot } from "./product-root.ts";
import { WorkAccounts } from "./work-account.ts";

interface WorkerPoolOptions {
  /** What the threads do, as the log names it and as their pool is known in this process. */
  name: string;
  /** The worker's file from the product's root: plain JavaScript, run as it lies there. */
  file: string;
  /**
   * A thread and what it holds are given back after this long without a job, in milliseconds. `null`: all threads are kept
   * from the first job on, and one that was ended is started anew at once: people wait for what these do.
   */
  idle: number | null;
  /** How many jobs are done and wait, in all and of one person. As many threads as jobs that are done at once. */
  places: Places;
  /** What a thread's JavaScript objects may take, in megabytes. Without it, what the process may. */
  heap?: number;
}

export interface JobOptions {
  /** Which of the worker's exports does it. */
  task: string;
  /** In milliseconds, waiting included. */
  timeout: number;
  /**
   * In milliseconds from when the worker says that it has begun (`TimedJob`): what it loads first is not the job's.
   * Without it only `timeout` counts.
   */
  limit?: number;
  /** Whose work it is: a member's id, or the desk's own. Nobody waits for all that one other has sent. */
  by: string;
}

/** What a worker is handed. It sets the first number of `begun` to 1 when it has loaded what it needs. */
export interface TimedJob<Job> {
  job: Job;
  begun: Int32Array;
}

/** Whose work it is where no member asked for it. */
export const DESK_WORK = "desk";

/** In seconds, what is told to a person who finds the queue full. */
const COME_BACK_AFTER = 30;

/** A job was ended because it took more time or memory than it may. Its thread is gone; the next job gets a new one. */
export class JobTooHard extends Error {
  override readonly name = "JobTooHard";
}

/** Threads for work that would keep everybody else waiting. They are started by the first jobs. */
export interface WorkerPool<Job, Result> {
  /**
   * What the worker makes of `job`. A thread that dies or runs out of time is ended, its job fails, and the next job
   * gets a new one. Rejects with JobTooHard above `limit` or `heap`, and with an AbortError where a job without a limit
   * runs out of time.
   *
   * @throws Refusal TOO_MANY_REQUESTS where the person has as much under way as one may, or used the threads for too
   * long; BUSY where everybody together has, or where all of the time went by waiting
   */
  run: (job: Job, options: JobOptions) => Promise<Result>;
  /** Ends the threads, for tests and for a process that stops. The next job starts new ones. */
  close: () => Promise<void>;
}

interface Pool {
  threads: Piscina;
  /** Our own queue: piscina's is not looked at again after a thread was ended, until somebody else comes. */
  queue: FairQueue;
  accounts: WorkAccounts;
}

/** Kept across hot reloads of the modules that use them, which would else leave threads behind with each. */
const kept = globalThis as typeof globalThis & { uratoriWorkers?: Map<string, Pool> };
kept.uratoriWorkers ??= new Map();
const open = kept.uratoriWorkers;

/** The pool called `name`, the same one whoever asks. */
export function workerPool<Job, Result>(options: WorkerPoolOptions): WorkerPool<Job, Result> {
  const { name } = options;
  return {
    run: (job, { task, timeout, limit, by }) =>
      measured("task", name, async () => {
        const pool = open.get(name) ?? opened(options);
        open.set(name, pool);
        refuseIfFull(pool, by);
        const late = AbortSignal.timeout(timeout);
        const release = await turnOf(pool.queue, by, late);
        const begun = performance.now();
        try {
          return await runNow<Job, Result>(pool.threads, job, { task, late, limit });
        } finally {
          const now = performance.now();
          pool.accounts.note(by, now - begun, now);
          release();
        }
      }),
    close: async () => {
      const pool = open.get(name);
      open.delete(name);
      await pool?.threads.destroy();
    },
  };
}

/** How many wait for each pool of this process that was used since it started, and whether its threads are at work. */
export const workerQueues = (): { name: string; waiting: number; isWorking: boolean }[] =>
  [...open].map(([name, { queue }]) => ({ name, waiting: queue.waiting, isWorking: queue.atWork > 0 }));

function refuseIfFull({ queue, accounts }: Pool, by: string): void {
  const wait = by === DESK_WORK ? 0 : accounts.wait(by, performance.now());
  if (wait > 0) throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: wait });
  const full = queue.fullFor(by);
  if (full === "own") throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: COME_BACK_AFTER });
  if (full === "all") throw busy();
}

const busy = () => new Refusal("BUSY", { retryAfter: COME_BACK_AFTER });

/** When `by` may begin; whoever waited until there is no time left is told to come back. */
async function turnOf(queue: FairQueue, by: string, late: AbortSignal): Promise<Release> {
  try {
    return await queue.take(by, late);
  } catch (error) {
    throw late.aborted ? busy() : error;
  }
}

async function runNow<Job, Result>(
  threads: Piscina,
  job: Job,
  { task, late, limit }: { task: string; late: AbortSignal; limit: number | undefined },
): Promise<Result> {
  const work: TimedJob<Job> = { job, begun: new Int32Array(new SharedArrayBuffer(4)) };
  const clock = limit === undefined ? null : stopwatch(work.begun, limit);
  const signal = clock ? AbortSignal.any([late, clock.tooLong]) : late;
  try {
    return await threads.run(work, { name: task, signal });
  } catch (error) {
    if (clock?.tooLong.aborted || isOutOfMemory(error)) throw new JobTooHard();
    // It had waited for so long that nothing was left for the work itself.
    throw clock && late.aborted ? busy() : error;
  } finally {
    clock?.stop();
  }
}

/** Aborts once `limit` milliseconds have passed since the worker said that it has begun. */
function stopwatch(begun: Int32Array, limit: number): { tooLong: AbortSignal; stop: () => void } {
  const controller = new AbortController();
  let since: number | null = null;
  const timer = setInterval(
    () => {
      if (since === null && Atomics.load(begun, 0) === 1) since = performance.now();
      if (since !== null && performance.now() - since >= limit) controller.abort();
    },
    Math.min(100, limit),
  );
  return { tooLong: controller.signal, stop: () => clearInterval(timer) };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

function opened(options: WorkerPoolOptions): Pool {
  return { threads: started(options), queue: new FairQueue(options.places), accounts: new WorkAccounts() };
}

function started({ name, file, idle, heap, places }: WorkerPoolOptions): Piscina {
  const threads = new Piscina({
    filename: path.join(productRoot(), file),
    minThreads: idle === null ? places.atWork : 0,
    maxThreads: places.atWork,
    ...(idle !== null && { idleTimeout: idle }),
    // Loaders and flags of the process (tsx, inspectors) are not the worker's, which loads what it needs.
    execArgv: [],
    ...(heap !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heap } }),
  });
  // Without somebody who listens, a thread that dies between two jobs would end the process.
  return threads.on("error", (error) => log().error({ err: error, worker: name }, "a worker thread died"));
}
