import type { Article, ArticleSummary, Coverage, Dismissal, Progress } from "#domain/article.ts";
import { articleAbilities } from "#domain/rights/abilities.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const articleInclude = {
  createdBy: { select: memberSummarySelect },
  revisionDraft: { select: { id: true, createdAt: true, createdBy: { select: memberSummarySelect } } },
} satisfies Prisma.ArticleInclude;
export const dismissalInclude = {
  createdBy: { select: memberSummarySelect },
} satisfies Prisma.DismissalInclude;

type ArticleRow = Prisma.ArticleGetPayload<{ include: typeof articleInclude }>;
type DismissalRow = Prisma.DismissalGetPayload<{ include: typeof dismissalInclude }>;

/** How far the work on an article has come. */
export interface ArticleTotals {
  progress: Progress;
  coverage: Coverage;
  openThreads: number;
}

export const articleSummaryView = (row: ArticleRow, totals: ArticleTotals): ArticleSummary => ({
  id: row.id,
  title: row.title,
  language: row.language,
  byline: row.byline,
  publisher: row.publisher,
  url: row.url,
  publishedAt: row.publishedAt,
  scale: { id: row.scaleId, version: row.scaleVersion },
  progress: totals.progress,
  coverage: totals.coverage,
  draft: row.revisionDraft && {
    id: row.revisionDraft.id,
    createdBy: memberSummaryView(row.revisionDraft.createdBy),
    createdAt: row.revisionDraft.createdAt.toISOString(),
  },
  openThreads: totals.openThreads,
  createdBy: memberSummaryView(row.createdBy),
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
});

export const articleView = (
  actor: Actor,
  summary: ArticleSummary,
  rest: Pick<Article, "seq" | "revision" | "machineRead" | "dismissals">,
): Article => ({ ...summary, ...rest, abilities: articleAbilities(actor) });

export const dismissalView = (row: DismissalRow): Dismissal => ({
  blockId: row.blockId,
  reason: row.reason,
  by: memberSummaryView(row.createdBy),
  at: row.createdAt.toISOString(),
});
