import { fileFormatOf } from "#formats/importers/binary.ts";
import { type IncomingArticle, type ReadArticle, readArticle } from "#formats/importers/registry.ts";
import { LONG_WORK, SHORT_WORK } from "#server/parsing/lanes.ts";
import { JobTooHard, workerPool } from "#server/worker-pool.ts";

/** In UTF-16 units: what is shorter is read in a millisecond or two, whatever it is made of. */
const IN_PLACE = 200;
/** In UTF-16 units, or bytes of text: what is longer may be a long article, which takes longer than short work may. */
const LONG = 100_000;

const quick = workerPool<IncomingArticle, ReadArticle>(SHORT_WORK);
const slow = workerPool<IncomingArticle, ReadArticle>(LONG_WORK);

/**
 * What an importer understood of `incoming`, which the member `by` sent. All but a few words is read in a worker thread,
 * so that nobody else's request waits for it, and so that one which never ends can be ended: four thousand characters of
 * Markdown can be made to take a second.
 *
 * @param limit in milliseconds, instead of what work of its length may take
 * @throws Refusal TOO_MANY_REQUESTS or BUSY where too many wait already
 */
export async function readArticleAside(
  incoming: IncomingArticle,
  by: string,
  { limit }: { limit?: number } = {},
): Promise<ReadArticle> {
  const { content } = incoming;
  const isText = typeof content === "string" || fileFormatOf(content) === null;
  // Of a page from the web a whole document tree is built to find its text.
  const isPage = incoming.address !== undefined;
  const length = isText && !isPage ? content.length : Number.POSITIVE_INFINITY;
  if (length <= IN_PLACE) return await readArticle(incoming);
  const [pool, { times }] = length <= LONG ? [quick, SHORT_WORK] : [slow, LONG_WORK];
  try {
    return await pool.run(incoming, { task: "read", by, ...times, ...(limit !== undefined && { limit }) });
  } catch (error) {
    if (error instanceof JobTooHard) return { ok: false, reason: "TOO_HARD" };
    throw error;
  }
}
