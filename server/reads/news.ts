import type { News } from "#domain/live.ts";
import { type Db, db } from "#server/db.ts";
import type { Reader } from "#server/quick-reads.ts";
import { dismissalInclude, dismissalView } from "#server/views/article.ts";
import type { LoggedEvent } from "#server/views/live-event.ts";

/** How many events are told one by one; of more, only what they touched. */
export const MAX_TOLD_EVENTS = 100;

/** What an event, or the last of several alike, says of what it touched. */
export interface TouchingEvent {
  seq: number;
  kind: string;
  claimId: string | null;
  subjectId: string | null;
  /** The thread of an event about a comment. */
  threadId: string | null;
  /** The claims of an event about many at once. */
  claimIds: string[] | null;
}

/** An article's newest events after `after`, at most `MAX_TOLD_EVENTS`, the oldest first. */
export async function loadNewestEvents(
  tx: Reader,
  articleId: string,
  after: number,
): Promise<(LoggedEvent & TouchingEvent)[]> {
  const rows = await tx.$queryRaw<(LoggedEvent & TouchingEvent)[]>`/* prepared: newest_events */
    SELECT e.seq, e.kind, e."claimId", e."subjectId", e.data->>'threadId' AS "threadId",
      e.data->'claimIds' AS "claimIds", e.at,
      jsonb_path_query_array(e.data, '$.changes[*].field') AS fields,
      m.id AS "actorId", m.name AS "actorName", m."disabledAt" AS "actorDisabledAt"
    FROM "Event" e
    LEFT JOIN "Member" m ON m.id = e."actorId"
    WHERE e."articleId" = ${articleId}::uuid AND e.seq > ${after}
    ORDER BY e.seq DESC
    LIMIT ${MAX_TOLD_EVENTS}`;
  return rows.reverse();
}

/** What an article's events after `after` and before `before` touched: the last event of each sort stands for all. */
export async function loadTouchingEvents(
  tx: Reader,
  articleId: string,
  after: number,
  before: number,
): Promise<TouchingEvent[]> {
  const [claims, others] = await Promise.all([
    tx.$queryRaw<TouchingEvent[]>`
      SELECT max(seq) AS seq, 'claim.updated' AS kind, "claimId", NULL AS "subjectId", NULL AS "threadId",
        NULL AS "claimIds"
      FROM "Event"
      WHERE "articleId" = ${articleId}::uuid AND seq > ${after} AND seq < ${before} AND "claimId" IS NOT NULL
      GROUP BY "claimId"`,
    tx.$queryRaw<TouchingEvent[]>`
      SELECT max(seq) AS seq, kind, "claimId", "subjectId", data->>'threadId' AS "threadId",
        data->'claimIds' AS "claimIds"
      FROM "Event"
      WHERE "articleId" = ${articleId}::uuid AND seq > ${after} AND seq < ${before}
        AND kind ~ '^(article|block|thread|comment|annotations)[.]'
      GROUP BY kind, "claimId", "subjectId", data->>'threadId', data->'claimIds'`,
  ]);
  return [...claims, ...others];
}

/** The number of the last event of each article; one that is not there is left out. */
export async function loadEventSeqs(articleIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...articleIds] } },
    select: { id: true, eventSeq: true },
  });
  return new Map(rows.map(({ id, eventSeq }) => [id, eventSeq]));
}

/** The article's own fields as they stand now. */
export async function loadArticleNews(tx: Db, articleId: string): Promise<News["article"]> {
  const row = await tx.article.findUniqueOrThrow({ where: { id: articleId } });
  const { title, language, byline, publisher, url, publishedAt, version } = row;
  const updatedAt = row.updatedAt.toISOString();
  return { title, language, byline, publisher, url, publishedAt, version, updatedAt };
}

/** Which revision is the newest. */
export const loadRevisionNews = (tx: Db, articleId: string): Promise<News["revision"]> =>
  tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { id: true, number: true },
  });

/** Blocks of the newest revision with their dismissal or null. */
export async function loadBulletNews(
  tx: Db,
  articleId: string,
  blockIds: readonly string[],
): Promise<News["bullets"]> {
  if (blockIds.length === 0) return [];
  const revision = await tx.revision.findFirst({
    where: { articleId },
    orderBy: { number: "desc" },
    select: { dismissals: { where: { blockId: { in: [...blockIds] } }, include: dismissalInclude } },
  });
  const dismissalOf = new Map(revision?.dismissals.map((row) => [row.blockId, dismissalView(row)]));
  return blockIds.map((blockId) => ({ blockId, dismissal: dismissalOf.get(blockId) ?? null }));
}
