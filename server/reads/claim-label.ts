import type { Db } from "#server/db.ts";

/** What a claim is called where its article is not at hand: its number (null once it is deleted) and its words. */
export interface ClaimLabel {
  number: number | null;
  exact: string;
}

/** The labels of claims of any articles, in one statement. A claim without a place in the newest revision has none. */
export async function loadClaimLabels(
  tx: Db,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimLabel>> {
  if (claimIds.length === 0) return new Map();
  // The order of claim numbers is that of `claim-order.ts`.
  const rows = await tx.$queryRaw<({ id: string } & ClaimLabel)[]>`
    WITH newest AS (
      SELECT DISTINCT ON ("articleId") id
      FROM "Revision"
      WHERE "articleId" IN (SELECT "articleId" FROM "Claim" WHERE id = ANY(${[...claimIds]}::uuid[]))
      ORDER BY "articleId", number DESC
    ), placed AS (
      SELECT c.id, a.exact, CASE WHEN c."deletedAt" IS NULL THEN
          row_number() OVER (PARTITION BY newest.id, c."deletedAt" IS NULL ORDER BY a.start, a."end", c.id)::int
        END AS number
      FROM newest
      JOIN "Anchor" a ON a."revisionId" = newest.id
      JOIN "Claim" c ON c.id = a."claimId"
    )
    SELECT id, exact, number FROM placed WHERE id = ANY(${[...claimIds]}::uuid[])`;
  return new Map(rows.map(({ id, number, exact }) => [id, { number, exact }]));
}
