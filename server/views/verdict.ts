import type { RichText } from "#domain/rich-text.ts";
import type { Verdict } from "#domain/verdict.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";
import { ratingView } from "./scale.ts";

export const verdictInclude = {
  rating: true,
  author: { select: memberSummarySelect },
} satisfies Prisma.VerdictInclude;

/** The verdict that counts: a superseded one is history. The database holds at most one a claim. */
export const currentVerdict = { state: { not: "superseded" } } satisfies Prisma.VerdictWhereInput;

export type VerdictRow = Prisma.VerdictGetPayload<{ include: typeof verdictInclude }>;

/** A verdict without its rationale, as lists carry it. */
export const verdictSummaryView = (row: Omit<VerdictRow, "rationale">): Omit<Verdict, "rationale"> => ({
  id: row.id,
  claimId: row.claimId,
  state: row.state,
  rating: row.ratingKey,
  ratingDetail: row.rating && ratingView(row.rating),
  scaleId: row.scaleId,
  scaleVersion: row.scaleVersion,
  summary: row.summary,
  author: memberSummaryView(row.author),
  updatedAt: row.updatedAt.toISOString(),
  version: row.version,
});

export const verdictView = (row: VerdictRow): Verdict => ({
  ...verdictSummaryView(row),
  // Checked against the rationale's schema before it was stored.
  rationale: row.rationale as RichText | null,
});
