import path from "node:path";
import Piscina from "piscina";
import { log } from "./log.ts";
import { measured } from "./observe/measured.ts";
import { productRoot } from "./product-root.ts";

/** One at a time: two would share the same cores. */
const THREADS = 1;

interface WorkerPoolOptions {
  /** What the thread does, as the log names it and as its pool is known in this process. */
  name: string;
  /** The worker's file from the product's root: plain JavaScript, run as it lies there. */
  file: string;
  /** The thread and what it holds are given back after this long without a job, in milliseconds. */
  idle: number;
  /** How many jobs may wait. */
  maxWaiting: number;
  /** What the thread's JavaScript objects may take, in megabytes. Without it, what the process may. */
  heap?: number;
}

interface JobOptions {
  /** Which of the worker's exports does it. */
  task: string;
  /** In milliseconds, waiting included. */
  timeout: number;
  /** In milliseconds from when the thread begins with it; without it only `timeout` counts. */
  limit?: number;
}

/** A job was ended because it took more time or memory than it may. Its thread is gone; the next job gets a new one. */
export class JobTooHard extends Error {
  override readonly name = "JobTooHard";
}

/** A thread for work that would keep everybody else waiting. It is started by the first job. */
export interface WorkerPool<Job, Result> {
  /** Whether as many jobs wait as may. */
  isFull: () => boolean;
  /**
   * What the worker makes of `job`. A thread that dies or runs out of time is ended, its job fails, and the next job
   * gets a new one. Rejects with an AbortError on time-out, with JobTooHard above `limit` or `heap`, and where too many
   * wait.
   */
  run: (job: Job, options: JobOptions) => Promise<Result>;
  /** Ends the thread, for tests and for a process that stops. The next job starts a new one. */
  close: () => Promise<void>;
}

interface Pool {
  threads: Piscina;
  /** Resolves when the last job that was given is over: with one thread, a job begins when the one before it ends. */
  free: Promise<unknown>;
  waiting: number;
  isBusy: boolean;
}

/** Kept across hot reloads of the modules that use them, which would else leave a thread behind with each. */
const kept = globalThis as typeof globalThis & { uratoriWorkers?: Map<string, Pool> };
kept.uratoriWorkers ??= new Map();
const open = kept.uratoriWorkers;

/** The pool called `name`, the same one whoever asks. */
export function workerPool<Job, Result>(options: WorkerPoolOptions): WorkerPool<Job, Result> {
  const { name, maxWaiting } = options;
  const isFull = () => (open.get(name)?.waiting ?? 0) >= maxWaiting;
  return {
    isFull,
    run: (job, { task, timeout, limit }) =>
      measured("task", name, async () => {
        if (isFull()) throw new Error(`too many wait for ${name}`);
        const pool = open.get(name) ?? {
          threads: started(options),
          free: Promise.resolve(),
          waiting: 0,
          isBusy: false,
        };
        open.set(name, pool);
        const late = AbortSignal.timeout(timeout);
        // Our own queue: piscina's is not looked at again after a thread was ended, until somebody else comes.
        const turn = pool.free;
        let end: () => void = () => undefined;
        const ended = new Promise<void>((resolve) => {
          end = resolve;
        });
        pool.free = turn.then(() => ended);
        pool.waiting += 1;
        try {
          await orAborted(turn, late).finally(() => {
            pool.waiting -= 1;
          });
          pool.isBusy = true;
          return await runNow(pool.threads, job, { task, late, limit });
        } finally {
          pool.isBusy = false;
          end();
        }
      }),
    close: async () => {
      const pool = open.get(name);
      open.delete(name);
      await pool?.threads.destroy();
    },
  };
}

async function runNow<Job, Result>(
  threads: Piscina,
  job: Job,
  { task, late, limit }: { task: string; late: AbortSignal; limit: number | undefined },
): Promise<Result> {
  const tooLong = limit === undefined ? null : AbortSignal.timeout(limit);
  const signal = tooLong ? AbortSignal.any([late, tooLong]) : late;
  try {
    return await threads.run(job, { name: task, signal });
  } catch (error) {
    throw tooLong?.aborted || isOutOfMemory(error) ? new JobTooHard() : error;
  }
}

/** How many wait for each pool of this process that was used since it started, and whether its thread is at work. */
export const workerQueues = (): { name: string; waiting: number; isWorking: boolean }[] =>
  [...open].map(([name, { waiting, isBusy }]) => ({ name, waiting, isWorking: isBusy }));

/** When `turn` comes; rejects with the signal's reason where that is aborted first. */
function orAborted(turn: Promise<unknown>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    void turn.then(() => {
      signal.removeEventListener("abort", abort);
      resolve();
    });
  });
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

function started({ name, file, idle, heap }: WorkerPoolOptions): Piscina {
  const threads = new Piscina({
    filename: path.join(productRoot(), file),
    minThreads: 0,
    maxThreads: THREADS,
    idleTimeout: idle,
    // Loaders and flags of the process (tsx, inspectors) are not the worker's, which loads what it needs.
    execArgv: [],
    ...(heap !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heap } }),
  });
  // Without somebody who listens, a thread that dies between two jobs would end the process.
  return threads.on("error", (error) => log().error({ err: error, worker: name }, "a worker thread died"));
}
