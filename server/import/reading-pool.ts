import path from "node:path";
import Piscina from "piscina";
import { Refusal } from "#domain/error.ts";
import { type IncomingArticle, type ReadArticle, readArticle } from "#formats/importers/registry.ts";
import { log } from "#server/log.ts";
import { productRoot } from "#server/product-root.ts";

/** In UTF-16 units, or bytes of a file. What is shorter is read in milliseconds; 5 MB of Markdown takes many seconds. */
const LONG = 100_000;
/** One at a time: two would share the same cores. */
const THREADS = 1;
/** Each may hold 5 MB; more waiting than this and a person is told to try again. */
const MAX_WAITING = 10;
/** In milliseconds, waiting included. */
const TIMEOUT = 120_000;
/** The thread is given back after this long without a long article, in milliseconds. */
const IDLE = 60_000;
/** In seconds, what is told to a person who finds the queue full. */
const COME_BACK_AFTER = 30;

/** Kept across hot reloads of this module, which would else leave a thread behind with each. */
const kept = globalThis as typeof globalThis & { uratoriReadingPool?: Piscina<IncomingArticle, ReadArticle> };

function pool(): Piscina<IncomingArticle, ReadArticle> {
  kept.uratoriReadingPool ??= new Piscina<IncomingArticle, ReadArticle>({
    filename: path.join(productRoot(), "server", "import", "reading-worker.mjs"),
    minThreads: 0,
    maxThreads: THREADS,
    maxQueue: MAX_WAITING,
    idleTimeout: IDLE,
    // Loaders and flags of the process (tsx, inspectors) are not the worker's, which loads what it needs.
    execArgv: [],
  }).on("error", (error) => log().error({ err: error }, "the reading thread died"));
  return kept.uratoriReadingPool;
}

/**
 * What an importer understood of `incoming`. A long article is read in a worker thread, so that nobody else's request
 * waits for it.
 *
 * @throws Refusal TOO_MANY_REQUESTS where too many long articles wait already
 */
export async function readArticleAside(incoming: IncomingArticle): Promise<ReadArticle> {
  if (incoming.content.length <= LONG) return readArticle(incoming);
  if (pool().queueSize >= MAX_WAITING)
    throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: COME_BACK_AFTER });
  return await pool().run(incoming, { name: "read", signal: AbortSignal.timeout(TIMEOUT) });
}

/** Ends the thread, for tests and for a process that stops. The next long article starts a new one. */
export async function closeReadingPool(): Promise<void> {
  const open = kept.uratoriReadingPool;
  delete kept.uratoriReadingPool;
  await open?.destroy();
}
