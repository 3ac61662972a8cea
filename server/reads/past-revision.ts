import { z } from "zod";
import { countSchema } from "#domain/count.ts";
import type { PastRevision, RevisionClaim, RevisionSummary } from "#domain/revision.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { pastAnchorView } from "#server/views/anchor.ts";
import { claimSummaryInclude, claimSummaryView } from "#server/views/claim.ts";
import { revisionSummarySelect, revisionSummaryView } from "#server/views/revision-summary.ts";
import { CLAIM_ORDER } from "./claim-order.ts";
import { decodeCursor, type PageQuery, pageFrom } from "./cursor.ts";
import { loadNewestRevisionId, loadRevision } from "./revision.ts";

const key = z.tuple([countSchema]);

/** An article's revisions, the newest first. NOT_FOUND where there is no such article. */
export async function readRevisions(
  actor: Actor,
  query: PageQuery & { articleId: string },
): Promise<{ items: RevisionSummary[]; nextCursor: string | null }> {
  authorise(actor, "article.read");
  const { articleId, limit } = query;
  await loadNewestRevisionId(db(), articleId);
  const before = decodeCursor(query.cursor, key);
  const found = await db().revision.findMany({
    where: { articleId, ...(before && { number: { lt: before[0] } }) },
    select: revisionSummarySelect,
    orderBy: { number: "desc" },
    take: limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, limit, ({ number }) => [number]);
  const outcomesOf = await loadOutcomes(db(), articleId);
  return { items: rows.map((row) => revisionSummaryView(row, outcomesOf(row.id))), nextCursor };
}

/** A revision with its claims as they stood in it. NOT_FOUND where the article has no such revision. */
export async function readPastRevision(
  actor: Actor,
  { articleId, number }: { articleId: string; number: number },
): Promise<PastRevision> {
  authorise(actor, "article.read");
  const revision = await loadRevision(db(), articleId, { number });
  const row = await db().revision.findUniqueOrThrow({
    where: { id: revision.id },
    select: revisionSummarySelect,
  });
  const outcomesOf = await loadOutcomes(db(), articleId);
  return {
    ...revision,
    articleId,
    summary: revisionSummaryView(row, outcomesOf(revision.id)),
    claims: await loadClaimsOf(db(), actor, articleId, revision.id),
  };
}

/** What each revision's saving did to the claims, as the log kept it. */
async function loadOutcomes(tx: Db, articleId: string): Promise<(revisionId: string) => unknown> {
  const rows = await tx.$queryRaw<{ id: string; outcomes: unknown }[]>`
    SELECT "subjectId" AS id, data->'outcomes' AS outcomes
    FROM "Event" WHERE "articleId" = ${articleId}::uuid AND kind = 'article.revised'`;
  const outcomes = new Map(rows.map((row) => [row.id, row.outcomes]));
  return (revisionId) => outcomes.get(revisionId);
}

/** A claim that a person took away is in no revision any more; one that a revision dropped is in those before. */
async function loadClaimsOf(
  tx: Db,
  actor: Actor,
  articleId: string,
  revisionId: string,
): Promise<RevisionClaim[]> {
  const newestId = await loadNewestRevisionId(tx, articleId);
  const dropped = { anchors: { some: { revisionId: newestId, state: "dropped" as const } } };
  const anchors = await tx.anchor.findMany({
    where: { revisionId, claim: { OR: [{ deletedAt: null }, dropped] } },
    include: { claim: { include: claimSummaryInclude } },
    orderBy: [...CLAIM_ORDER],
  });
  return anchors.map(({ claim, ...anchor }, index): RevisionClaim => {
    const place = { anchor: { ...anchor, state: "needs_placing" as const }, number: index + 1 };
    const { abilities: _, anchor: __, ...rest } = claimSummaryView(actor, claim, place);
    return { ...rest, anchor: pastAnchorView(anchor), isCurrent: claim.deletedAt === null };
  });
}
