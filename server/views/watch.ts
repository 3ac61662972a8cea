import type { ArticleChange, Watch } from "#domain/watch.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { captureSummarySelect, captureSummaryView } from "./capture.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const watchInclude = { setBy: { select: memberSummarySelect } } satisfies Prisma.WatchInclude;
export const articleChangeInclude = {
  capture: { select: captureSummarySelect },
} satisfies Prisma.ArticleChangeInclude;

type WatchRow = Prisma.WatchGetPayload<{ include: typeof watchInclude }>;
type ArticleChangeRow = Prisma.ArticleChangeGetPayload<{ include: typeof articleChangeInclude }>;

export const watchView = (row: WatchRow): Watch => ({
  everyMinutes: row.everyMinutes,
  nextAt: row.nextAt.toISOString(),
  lastAt: row.lastAt?.toISOString() ?? null,
  lastFailure: row.lastFailure,
  failures: row.failures,
  pausedAt: row.pausedAt?.toISOString() ?? null,
  setBy: memberSummaryView(row.setBy),
  setAt: row.setAt.toISOString(),
});

export const articleChangeView = (row: ArticleChangeRow): ArticleChange => ({
  id: row.id,
  seenAt: row.seenAt.toISOString(),
  capture: captureSummaryView(row.capture),
});
