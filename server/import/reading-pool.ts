import { Refusal } from "#domain/error.ts";
import { type IncomingArticle, type ReadArticle, readArticle } from "#formats/importers/registry.ts";
import { workerPool } from "#server/worker-pool.ts";

/** In UTF-16 units, or bytes of a file. What is shorter is read in milliseconds; 5 MB of Markdown takes many seconds. */
const LONG = 100_000;
/** In milliseconds, waiting included. */
const TIMEOUT = 120_000;
/** In seconds, what is told to a person who finds the queue full. */
const COME_BACK_AFTER = 30;

const pool = workerPool<IncomingArticle, ReadArticle>({
  name: "reading",
  file: "server/import/reading-worker.mjs",
  idle: 60_000,
  // Each may hold 5 MB.
  maxWaiting: 10,
});

/**
 * What an importer understood of `incoming`. A long article is read in a worker thread, so that nobody else's request
 * waits for it.
 *
 * @throws Refusal TOO_MANY_REQUESTS where too many long articles wait already
 */
export async function readArticleAside(incoming: IncomingArticle): Promise<ReadArticle> {
  if (incoming.content.length <= LONG) return readArticle(incoming);
  if (pool.isFull()) throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: COME_BACK_AFTER });
  return await pool.run(incoming, { task: "read", timeout: TIMEOUT });
}

export const closeReadingPool = pool.close;
