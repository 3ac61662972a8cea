import { type ChildProcess, fork } from "node:child_process";
import { tmpdir } from "node:os";
import path from "node:path";
import { READING_FAILURES } from "#domain/machine-reading.ts";
import { productRoot } from "#server/product-root.ts";
import type { ReadingJob, ReadingStep } from "./read-pages.ts";
import { ReadingFailed } from "./reading-failed.ts";

/** In milliseconds: what a page may take on a slow, busy machine. One takes 2 to 8 seconds. */
const PAGE_LIMIT = 120_000;
/** What its JavaScript objects may take, in megabytes. Pictures and the machine's own memory are not in it. */
const HEAP = 1024;

type Told = ReadingStep | { type: "end" } | { type: "failed"; reason: string | null; said: string };

interface AsideOptions {
  /** Ends the reading: the process is killed at once. */
  signal?: AbortSignal;
  /** In milliseconds, of each page. */
  limit?: number;
}

/**
 * Reads a file by machine in a process of its own, step by step: native code that draws pictures has ended its process
 * over a file that lies, and nothing else may end with it. The process gets no settings of the server's.
 *
 * @throws ReadingFailed where the file can't be read, TOO_HARD where a page takes more time or memory than it may
 * @throws the signal's reason where that is aborted
 */
export async function* readAside(
  job: ReadingJob,
  { signal, limit = PAGE_LIMIT }: AsideOptions = {},
): AsyncGenerator<ReadingStep> {
  signal?.throwIfAborted();
  const child = fork(path.join(productRoot(), "server/machine-reading/reading-process.mjs"), [], {
    cwd: productRoot(),
    // Nothing of the server's, its secrets least of all; a home, because an account that owns nothing has none.
    env: { NODE_ENV: "production", HOME: tmpdir(), TMPDIR: tmpdir() },
    execArgv: [`--max-old-space-size=${HEAP}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  try {
    child.send(job);
    const told = messagesOf(child, limit, signal);
    for (let next = await told(); next.type !== "end"; next = await told()) {
      if (next.type === "failed") throw failureOf(next);
      yield next;
    }
  } finally {
    child.kill("SIGKILL");
  }
}

function failureOf({ reason, said }: { reason: string | null; said: string }): Error {
  const known = READING_FAILURES.find((one) => one === reason);
  return known ? new ReadingFailed(known) : new Error(`reading by machine failed: ${said}`);
}

/**
 * Asks for the child's messages, one after another. Rejects where it ends without one, where nothing but progress came
 * for `limit` milliseconds, and where the signal is aborted.
 */
function messagesOf(child: ChildProcess, limit: number, signal?: AbortSignal): () => Promise<Told> {
  const waiting: Told[] = [];
  let wake: () => void = () => undefined;
  let problem: Error | null = null;
  const fail = (error: Error) => {
    problem ??= error;
    wake();
  };
  const late = () => setTimeout(() => fail(new ReadingFailed("TOO_HARD")), limit);
  let timer = late();
  child.on("message", (told: Told) => {
    if (told.type !== "progress") {
      clearTimeout(timer);
      timer = late();
    }
    waiting.push(told);
    wake();
  });
  child.once("error", fail);
  child.once("exit", (_code, killedBy) => {
    clearTimeout(timer);
    // Out of memory, a process aborts; what else ends it is native code that stumbled over the file.
    fail(new ReadingFailed(killedBy === "SIGABRT" ? "TOO_HARD" : "DAMAGED"));
  });
  signal?.addEventListener("abort", () => fail(signal.reason as Error), { once: true });
  return async () => {
    for (;;) {
      const told = waiting.shift();
      if (told && !signal?.aborted) return told;
      if (problem) throw problem;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
}
