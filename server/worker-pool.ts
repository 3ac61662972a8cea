import path from "node:path";
import Piscina from "piscina";
import { log } from "./log.ts";
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
   * gets a new one. Rejects with an AbortError on time-out, with JobTooHard above `limit` or `heap`, with piscina's
   * error when too many wait.
   */
  run: (job: Job, options: JobOptions) => Promise<Result>;
  /** Ends the thread, for tests and for a process that stops. The next job starts a new one. */
  close: () => Promise<void>;
}

/** Kept across hot reloads of the modules that use them, which would else leave a thread behind with each. */
const kept = globalThis as typeof globalThis & { uratoriWorkers?: Map<string, Piscina> };
kept.uratoriWorkers ??= new Map();
const open = kept.uratoriWorkers;
/** The end of the last job of each pool: with one thread a job begins when the one before it ends. */
const turns = new Map<string, Promise<unknown>>();

/** The pool called `name`, the same one whoever asks. */
export function workerPool<Job, Result>(options: WorkerPoolOptions): WorkerPool<Job, Result> {
  const { name, maxWaiting } = options;
  return {
    isFull: () => (open.get(name)?.queueSize ?? 0) >= maxWaiting,
    run: async (job, { task, timeout, limit }) => {
      const threads = open.get(name) ?? started(options);
      open.set(name, threads);
      const tooLong = new AbortController();
      const signal = AbortSignal.any([AbortSignal.timeout(timeout), tooLong.signal]);
      const before = turns.get(name) ?? Promise.resolve();
      const running: Promise<Result> = threads.run(job, { name: task, signal });
      const ended = running.then(ignore, ignore);
      turns.set(name, Promise.all([before, ended]));
      const stopClock = limit === undefined ? ignore : clock(before, limit, () => tooLong.abort());
      try {
        return await running;
      } catch (error) {
        throw tooLong.signal.aborted || isOutOfMemory(error) ? new JobTooHard() : error;
      } finally {
        stopClock();
      }
    },
    close: async () => {
      const threads = open.get(name);
      open.delete(name);
      await threads?.destroy();
    },
  };
}

const ignore = () => undefined;

/** Calls `onEnd` so many milliseconds after `start` has come, unless it is stopped before. */
function clock(start: Promise<unknown>, milliseconds: number, onEnd: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  void start.then(() => {
    if (!isStopped) timer = setTimeout(onEnd, milliseconds);
  });
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

function started({ name, file, idle, maxWaiting, heap }: WorkerPoolOptions): Piscina {
  const threads = new Piscina({
    filename: path.join(productRoot(), file),
    minThreads: 0,
    maxThreads: THREADS,
    maxQueue: maxWaiting,
    idleTimeout: idle,
    // Loaders and flags of the process (tsx, inspectors) are not the worker's, which loads what it needs.
    execArgv: [],
    ...(heap !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heap } }),
  });
  // Without somebody who listens, a thread that dies between two jobs would end the process.
  return threads.on("error", (error) => log().error({ err: error, worker: name }, "a worker thread died"));
}
