import { uuidv7 } from "uuidv7";
import { judgeLook, type ToldChange } from "#domain/article-change.ts";
import type { ArticleChange } from "#prisma/generated/client.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import type { Fetched } from "#server/fetch/fetch-address.ts";
import { insertCapture } from "#server/insert-capture.ts";
import { lockArticle } from "#server/lock.ts";

/** What a look at an article's address brought. */
export interface LookedAt {
  articleId: string;
  /** The address that was looked at, as the article has it. */
  url: string;
  /** SHA-256 of the text that was read there. */
  found: string;
  /** Texts that are no change, by SHA-256: the newest revision's, as it is and as its bytes are read today. */
  known: readonly string[];
  newest: { id: string; captureId: string | null };
  /** Null where the address said that it is as it was. */
  fetched: Fetched | null;
  now: Date;
}

/**
 * Notes a look, and tells of a change once, in one transaction. What became of the article or its watch while the address
 * was asked wins: such a look is as good as not made.
 */
export async function takeInLook(looked: LookedAt): Promise<void> {
  const { articleId, url, found, newest, fetched, now } = looked;
  await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const watch = await tx.watch.findUnique({ where: { articleId } });
    if (!watch || (await hasMovedOn(tx, looked))) return;
    const changes = await tx.articleChange.findMany({ where: { articleId } });
    const isSameAddress = watch.seenUrl === url;
    const base = isSameAddress ? watch.baseSha256 : null;
    const means = judgeLook({
      found,
      known: [...looked.known, ...(base === null ? [] : [base])],
      seen: isSameAddress ? watch.seenSha256 : null,
      isFromAddress: newest.captureId !== null,
      told: changes.map(toldChange),
    });
    await tx.watch.update({
      where: { articleId },
      data: {
        lastAt: now,
        lastFailure: null,
        failures: 0,
        seenUrl: url,
        seenSha256: found,
        baseSha256: means === "baseline" ? found : base,
        ...(fetched && validatorColumns(fetched)),
      },
    });
    const open = changes.filter(({ settledAt }) => settledAt === null);
    if (means === "changed" && fetched) await tell(tx, looked, fetched, open);
    if (means === "current") await takeBack(tx, looked, open);
  });
}

/** Whether another text or address was saved meanwhile. */
async function hasMovedOn(tx: Db, { articleId, url, newest }: LookedAt): Promise<boolean> {
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { url: true, revisions: { orderBy: { number: "desc" }, take: 1, select: { id: true } } },
  });
  return article.url !== url || article.revisions[0]?.id !== newest.id;
}

const toldChange = ({ sha256, settledAt, settledById }: ArticleChange): ToldChange => ({
  sha256,
  state: settledAt === null ? "open" : settledById === null ? "returned" : "letBe",
});

const validatorColumns = ({ finalUrl, headers }: Fetched) => ({
  validatedUrl: finalUrl,
  etag: headers.etag ?? null,
  lastModified: headers["last-modified"] ?? null,
});

/** The newest change takes the place of those before it. */
async function tell(
  tx: Db,
  { articleId, found, newest, url, now }: LookedAt,
  fetched: Fetched,
  open: readonly ArticleChange[],
): Promise<void> {
  await settle(tx, open, now);
  const captureId = await insertCapture(tx, null, fetched);
  const seen = { baseRevisionId: newest.id, captureId, seenAt: now, settledAt: null, settledById: null };
  const { id } = await tx.articleChange.upsert({
    where: { articleId_sha256: { articleId, sha256: found } },
    create: { id: uuidv7(), articleId, sha256: found, ...seen },
    update: seen,
    select: { id: true },
  });
  await appendEvent(tx, {
    kind: "article.changed_at_source",
    actorId: null,
    articleId,
    subjectId: articleId,
    data: { changeId: id, captureId, url },
  });
}

/** The address says again what the desk has: there is nothing to look at any more. */
async function takeBack(tx: Db, { articleId, now }: LookedAt, open: readonly ArticleChange[]): Promise<void> {
  const [change] = open;
  if (!change) return;
  await settle(tx, open, now);
  await appendEvent(tx, {
    kind: "article.change_settled",
    actorId: null,
    articleId,
    subjectId: articleId,
    data: { changeId: change.id },
  });
}

async function settle(tx: Db, changes: readonly ArticleChange[], now: Date): Promise<void> {
  await tx.articleChange.updateMany({
    where: { id: { in: changes.map(({ id }) => id) } },
    data: { settledAt: now },
  });
}
