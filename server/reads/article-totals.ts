import type { Coverage, Progress } from "#domain/article.ts";
import type { Db } from "#server/db.ts";
import type { ArticleTotals } from "#server/views/article.ts";
import { standingThread } from "#server/views/thread.ts";

const NOTHING: ArticleTotals = {
  progress: { claims: 0, settled: 0 },
  coverage: { bullets: 0, claimed: 0, dismissed: 0 },
  openThreads: 0,
};

/** Progress, coverage and open conversations of many articles in a statement each. An article that is not there has nothing. */
export async function loadArticleTotals(
  tx: Db,
  articleIds: string[],
): Promise<(id: string) => ArticleTotals> {
  // One after the other: a transaction has one connection.
  const progress = await loadProgress(tx, articleIds);
  const coverage = await loadCoverage(tx, articleIds);
  const openThreads = await loadOpenThreads(tx, articleIds);
  return (id) => ({
    progress: progress.get(id) ?? NOTHING.progress,
    coverage: coverage.get(id) ?? NOTHING.coverage,
    openThreads: openThreads.get(id) ?? NOTHING.openThreads,
  });
}

async function loadProgress(tx: Db, articleIds: string[]): Promise<Map<string, Progress>> {
  const rows = await tx.$queryRaw<({ articleId: string } & Progress)[]>`
    SELECT "articleId", count(*)::int AS claims, count(*) FILTER (WHERE "workState" = 'settled')::int AS settled
    FROM "Claim"
    WHERE "articleId" = ANY(${articleIds}::uuid[]) AND "deletedAt" IS NULL
    GROUP BY "articleId"`;
  return new Map(rows.map(({ articleId, ...progress }) => [articleId, progress]));
}

/** The rule of `domain/coverage.ts` as a statement: a claim anywhere in a bullet outweighs its dismissal. */
async function loadCoverage(tx: Db, articleIds: string[]): Promise<Map<string, Coverage>> {
  const rows = await tx.$queryRaw<({ articleId: string } & Coverage)[]>`
    WITH newest AS (
      SELECT DISTINCT ON ("articleId") "articleId", id
      FROM "Revision" WHERE "articleId" = ANY(${articleIds}::uuid[])
      ORDER BY "articleId", number DESC
    ), claimed AS (
      SELECT DISTINCT a."revisionId", a."blockId"
      FROM newest
      JOIN "Anchor" a ON a."revisionId" = newest.id
      JOIN "Claim" c ON c.id = a."claimId" AND c."deletedAt" IS NULL
    )
    SELECT newest."articleId", count(*)::int AS bullets, count(claimed."blockId")::int AS claimed,
      count(*) FILTER (WHERE claimed."blockId" IS NULL AND d.id IS NOT NULL)::int AS dismissed
    FROM newest
    JOIN "Block" b ON b."revisionId" = newest.id AND b.kind = 'bullet'
    LEFT JOIN claimed ON claimed."revisionId" = b."revisionId" AND claimed."blockId" = b.id
    LEFT JOIN "Dismissal" d ON d."revisionId" = b."revisionId" AND d."blockId" = b.id
    GROUP BY newest."articleId"`;
  return new Map(rows.map(({ articleId, ...coverage }) => [articleId, coverage]));
}

async function loadOpenThreads(tx: Db, articleIds: string[]): Promise<Map<string, number>> {
  const rows = await tx.thread.groupBy({
    by: ["articleId"],
    where: { articleId: { in: articleIds }, ...standingThread, resolvedAt: null },
    _count: true,
  });
  return new Map(rows.map(({ articleId, _count }) => [articleId, _count]));
}
