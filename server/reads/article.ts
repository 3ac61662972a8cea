import { z } from "zod";
import type { Article, ArticleSummary } from "#domain/article.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import {
  articleInclude,
  articleSummaryView,
  articleView,
  dismissalInclude,
  dismissalView,
} from "#server/views/article.ts";
import { machineReadView } from "#server/views/revision-summary.ts";
import { loadArticleTotals } from "./article-totals.ts";
import { decodeCursor, momentSchema, type PageQuery, pageFrom } from "./cursor.ts";
import { loadNewestRevision } from "./revision.ts";
import { likeText } from "./search-text.ts";

const key = z.tuple([momentSchema, z.uuid()]);

/** Articles, the newest first. `q` is looked for in title, publisher and byline, without regard to case. */
export async function readArticles(
  actor: Actor,
  query: PageQuery & { q?: string | undefined },
): Promise<{ items: ArticleSummary[]; nextCursor: string | null }> {
  authorise(actor, "article.read");
  const after = decodeCursor(query.cursor, key);
  const q = likeText(query.q);
  const like = q === null ? null : ({ contains: q, mode: "insensitive" } as const);
  const found = await db().article.findMany({
    where: {
      ...(like && { OR: [{ title: like }, { publisher: like }, { byline: like }] }),
      ...(after && {
        AND: { OR: [{ createdAt: { lt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }] },
      }),
    },
    include: articleInclude,
    orderBy: [{ createdAt: "desc" }, { id: "asc" }],
    take: query.limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, query.limit, (row) => [row.createdAt.toISOString(), row.id]);
  const totalsOf = await loadArticleTotals(
    db(),
    rows.map((row) => row.id),
  );
  return { items: rows.map((row) => articleSummaryView(row, totalsOf(row.id))), nextCursor };
}

/** An article with its newest revision. NOT_FOUND where there is none. */
export async function readArticle(actor: Actor, articleId: string): Promise<Article> {
  authorise(actor, "article.read");
  return await loadArticle(db(), actor, articleId);
}

/** As `readArticle`, inside a command's transaction. */
export async function loadArticle(tx: Db, actor: Actor, articleId: string): Promise<Article> {
  // The counter is read first: what is committed meanwhile is then told of once more, and never missed.
  const { summary, seq } = await loadArticleSummary(tx, articleId);
  const revision = await loadNewestRevision(tx, articleId);
  const dismissals = await tx.dismissal.findMany({
    where: { revisionId: revision.id },
    include: dismissalInclude,
    orderBy: { createdAt: "asc" },
  });
  const { machineRead } = await tx.revision.findUniqueOrThrow({
    where: { id: revision.id },
    select: { machineRead: true },
  });
  return articleView(actor, summary, {
    seq,
    revision,
    machineRead: machineReadView(machineRead),
    dismissals: dismissals.map(dismissalView),
  });
}

async function loadArticleSummary(
  tx: Db,
  articleId: string,
): Promise<{ summary: ArticleSummary; seq: number }> {
  const row = await tx.article.findUnique({ where: { id: articleId }, include: articleInclude });
  if (!row) throw new Refusal("NOT_FOUND");
  const totalsOf = await loadArticleTotals(tx, [articleId]);
  return { summary: articleSummaryView(row, totalsOf(articleId)), seq: row.eventSeq };
}
