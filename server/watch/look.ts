import { Refusal } from "#domain/error.ts";
import { pauseMinutes } from "#domain/watch.ts";
import { buildRevision } from "#editor/revision-document.ts";
import type { IncomingArticle } from "#formats/importers/registry.ts";
import type { Watch } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { isArticleType } from "#server/fetch/article-types.ts";
import { type FetchOptions, fetchAddress, type Validators } from "#server/fetch/fetch-address.ts";
import { articleOfCapture, loadCapturedArticle } from "#server/import/captured-article.ts";
import { importArticle } from "#server/import/import-article.ts";
import { inTime } from "#server/in-time.ts";
import { revisionHash } from "#server/insert-revision.ts";
import { DESK_WORK } from "#server/worker-pool.ts";
import { takeInLook } from "./take-in-look.ts";

/** Where names become addresses, and when a look's time is over, for tests; and what ends all that are under way. */
export type Border = Pick<FetchOptions, "resolve" | "allowed" | "signal"> & {
  deadlineOf?: (articleId: string) => AbortSignal;
};

const MINUTE_MS = 60_000;

/**
 * For one look as a whole, in milliseconds: the fetch has its own limit, reading what came has another, and this one holds
 * whatever else should hang. Who looks next waits for nobody longer than this.
 */
const LOOK_LIMIT_MS = 90_000;

/** Looks once at the address of a watched article, and tells of it where it says something new. */
export async function look(watch: Watch, border: Border, now: Date): Promise<void> {
  const { articleId } = watch;
  const deadline = border.deadlineOf?.(articleId) ?? AbortSignal.timeout(LOOK_LIMIT_MS);
  const signal = AbortSignal.any([deadline, ...(border.signal ? [border.signal] : [])]);
  try {
    await inTime(lookOnce(watch, { ...border, signal }, now), signal);
  } catch (error) {
    if (border.signal?.aborted) return await giveBack(articleId, now);
    if (deadline.aborted) return await noteFailure(watch, "FETCH_TIMEOUT", now);
    // A defect of ours is no reason to ask again and again, and operators see it where they see the others.
    await noteFailure(watch, error instanceof Refusal ? error.code : "INTERNAL", now);
    if (!(error instanceof Refusal)) throw error;
  }
}

async function lookOnce(watch: Watch, border: Border & { signal: AbortSignal }, now: Date): Promise<void> {
  const { articleId } = watch;
  const { url, newest } = await whatIsKnown(articleId);
  if (url === null) throw new Refusal("WATCH_WITHOUT_ADDRESS");
  const validators = validatorsOf(watch, url);
  const fetched = await fetchAddress(url, { ...border, validators, isWanted: isArticleType });
  const found = fetched ? await textHash(articleOfCapture(fetched)) : watch.seenSha256;
  if (found === null) throw new Error("A page that was asked for without conditions was not sent");
  const known = [newest.sha256];
  // What we read from a page changes as our reading gets better; that is no change of the page.
  if (found !== newest.sha256 && newest.captureId)
    known.push(await textHash(await loadCapturedArticle(newest.captureId)));
  // Nobody waits for this look any more: it was noted as failed, and the next one may be under way.
  border.signal.throwIfAborted();
  await takeInLook({ articleId, url, found, known, newest, fetched, now });
}

async function whatIsKnown(articleId: string) {
  const { url, revisions } = await db().article.findUniqueOrThrow({
    where: { id: articleId },
    select: {
      url: true,
      revisions: {
        orderBy: { number: "desc" },
        take: 1,
        select: { id: true, sha256: true, captureId: true },
      },
    },
  });
  const [newest] = revisions;
  if (!newest) throw new Error(`article ${articleId} has no revision`);
  return { url, newest };
}

/** Null where a whole answer is needed, because nothing is known of what the address said. */
function validatorsOf(watch: Watch, url: string): Validators | null {
  const { seenSha256, seenUrl, validatedUrl, etag, lastModified } = watch;
  if (seenSha256 === null || seenUrl !== url || validatedUrl === null) return null;
  return etag === null && lastModified === null ? null : { url: validatedUrl, etag, lastModified };
}

/** The SHA-256 of the text that a revision of `incoming` would have. */
async function textHash(incoming: IncomingArticle): Promise<string> {
  const { article } = await importArticle(incoming, DESK_WORK);
  return revisionHash(buildRevision(article.blocks).text);
}

async function noteFailure(watch: Watch, code: string, now: Date): Promise<void> {
  const { articleId, everyMinutes, failures } = watch;
  const nextAt = new Date(now.getTime() + pauseMinutes(everyMinutes, failures + 1) * MINUTE_MS);
  // A watch that was taken away meanwhile stays away.
  await db().watch.updateMany({
    where: { articleId },
    data: { lastAt: now, lastFailure: code, failures: failures + 1, nextAt },
  });
}

/** We stop and others go on: they look instead. */
async function giveBack(articleId: string, now: Date): Promise<void> {
  await db().watch.updateMany({ where: { articleId }, data: { nextAt: now } });
}
