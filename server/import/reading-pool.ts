import { Refusal } from "#domain/error.ts";
import { fileFormatOf } from "#formats/importers/binary.ts";
import { type IncomingArticle, type ReadArticle, readArticle } from "#formats/importers/registry.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";

/** In UTF-16 units, or bytes of a file. What is shorter is read in milliseconds; 5 MB of Markdown takes many seconds. */
const LONG = 100_000;
/** In milliseconds, waiting included. */
const TIMEOUT = 240_000;
/** In milliseconds from when the thread begins: what takes longer is not an article, or is built to take longer. */
const LIMIT = 60_000;
/** In megabytes: 5 MB of the densest Markdown stay below it. Bytes of files are not in it; their readers limit them. */
const HEAP = 1536;
/** In seconds, what is told to a person who finds the queue full. */
const COME_BACK_AFTER = 30;

const pool = workerPool<IncomingArticle, ReadArticle>({
  name: "reading",
  file: "server/import/reading-worker.mjs",
  idle: 60_000,
  // Each may hold 5 MB.
  maxWaiting: 10,
  heap: HEAP,
});

/**
 * What an importer understood of `incoming`. Short text is read in place; long text, and every file that is no text, in
 * a worker thread, so that nobody else's request waits for it, and so that one which never ends can be ended.
 *
 * @throws Refusal TOO_MANY_REQUESTS where too many wait already
 */
export async function readArticleAside(
  incoming: IncomingArticle,
  { limit = LIMIT } = {},
): Promise<ReadArticle> {
  const { content } = incoming;
  const isText = typeof content === "string" || fileFormatOf(content) === null;
  // Of a page from the web a whole document tree is built to find its text.
  const isPage = incoming.address !== undefined;
  if (isText && !isPage && content.length <= LONG) return await readArticle(incoming);
  if (pool.isFull()) throw new Refusal("TOO_MANY_REQUESTS", { retryAfter: COME_BACK_AFTER });
  try {
    return await pool.run(incoming, { task: "read", timeout: TIMEOUT, limit });
  } catch (error) {
    if (error instanceof JobTooHard) return { ok: false, reason: "TOO_HARD" };
    throw error;
  }
}

export const closeReadingPool = pool.close;
