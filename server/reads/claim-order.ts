import type { Db } from "#server/db.ts";
import type { PlacedAnchorRow } from "#server/views/anchor.ts";
import type { ClaimPlace } from "#server/views/claim.ts";
import { loadNewestRevisionId } from "./revision.ts";

/**
 * Text order, the order of claim numbers: by where a claim begins, then where it ends (a nested claim comes before the
 * one around it that begins with it), then by id, so that two on the same words keep their order.
 */
const TEXT_ORDER = [{ start: "asc" }, { end: "asc" }, { claimId: "asc" }] as const;

/** The places of all claims of an article in text order, deleted ones left out. NOT_FOUND without an article. */
export async function loadClaimPlaces(tx: Db, articleId: string): Promise<ClaimPlace[]> {
  const anchors = await tx.anchor.findMany({
    where: {
      revisionId: await loadNewestRevisionId(tx, articleId),
      claim: { deletedAt: null },
      start: { not: null },
    },
    orderBy: [...TEXT_ORDER],
  });
  return anchors.map((anchor, index) => ({ anchor: anchor as PlacedAnchorRow, number: index + 1 }));
}

/** The place of one claim; null where it has no anchor in the newest revision. */
export async function loadClaimPlace(
  tx: Db,
  claim: { id: string; articleId: string },
): Promise<ClaimPlace | null> {
  const revisionId = await loadNewestRevisionId(tx, claim.articleId);
  const anchor = (await tx.anchor.findUnique({
    where: { claimId_revisionId: { claimId: claim.id, revisionId }, start: { not: null } },
  })) as PlacedAnchorRow | null;
  return anchor && { anchor, number: await loadClaimNumber(tx, anchor) };
}

/** The number of a claim that stands, by its anchor in the newest revision. */
export async function loadClaimNumber(
  tx: Db,
  { revisionId, start, end, claimId }: Pick<PlacedAnchorRow, "revisionId" | "start" | "end" | "claimId">,
): Promise<number> {
  const [row] = await tx.$queryRaw<{ before: number }[]>`
    SELECT count(*)::int AS before
    FROM "Anchor" a JOIN "Claim" c ON c.id = a."claimId" AND c."deletedAt" IS NULL
    WHERE a."revisionId" = ${revisionId}::uuid
      AND (a.start, a."end", a."claimId") < (${start}, ${end}, ${claimId}::uuid)`;
  return (row?.before ?? 0) + 1;
}
