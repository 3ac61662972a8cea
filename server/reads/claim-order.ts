import type { Db } from "#server/db.ts";
import type { StandingAnchorRow } from "#server/views/anchor.ts";
import type { ClaimPlace } from "#server/views/claim.ts";
import { loadNewestRevisionId } from "./revision.ts";

/**
 * The order of claim numbers: text order, which is by where a claim begins, then where it ends (a nested claim comes
 * before the one around it that begins with it), then by id, so that two on the same words keep their order. Claims
 * without a place come after all others, in the order of their ids, which is the one in which they were marked.
 */
export const CLAIM_ORDER = [{ start: "asc" }, { end: "asc" }, { claimId: "asc" }] as const;

/** PostgreSQL's largest integer: no offset is so large. What has no place is compared as if it stood behind the text. */
const NOWHERE = 2_147_483_647;

/** What places are compared by, one after the other. */
export const orderKey = ({ start, end, claimId }: OrderedAnchor): [number, number, string] => [
  start ?? NOWHERE,
  end ?? NOWHERE,
  claimId,
];
type OrderedAnchor = Pick<StandingAnchorRow, "start" | "end" | "claimId">;

/** The places of all claims of an article in order, deleted ones left out. NOT_FOUND without an article. */
export async function loadClaimPlaces(tx: Db, articleId: string): Promise<ClaimPlace[]> {
  const anchors = await tx.anchor.findMany({
    where: { revisionId: await loadNewestRevisionId(tx, articleId), claim: { deletedAt: null } },
    // PostgreSQL sorts nulls last.
    orderBy: [...CLAIM_ORDER],
  });
  return anchors.filter(isStanding).map((anchor, index) => ({ anchor, number: index + 1 }));
}

const isStanding = (row: { state: string }): row is StandingAnchorRow => row.state !== "dropped";

/** The anchor of one claim in the newest revision; null where it has none there. */
export async function loadClaimAnchor(
  tx: Db,
  claim: { id: string; articleId: string },
): Promise<StandingAnchorRow | null> {
  const revisionId = await loadNewestRevisionId(tx, claim.articleId);
  const anchor = await tx.anchor.findUnique({
    where: { claimId_revisionId: { claimId: claim.id, revisionId } },
  });
  return anchor && isStanding(anchor) ? anchor : null;
}

/** The number of a claim that stands, by its anchor in the newest revision. */
export async function loadClaimNumber(
  tx: Db,
  anchor: OrderedAnchor & { revisionId: string },
): Promise<number> {
  const [start, end, claimId] = orderKey(anchor);
  const [row] = await tx.$queryRaw<{ before: number }[]>`
    SELECT count(*)::int AS before
    FROM "Anchor" a JOIN "Claim" c ON c.id = a."claimId" AND c."deletedAt" IS NULL
    WHERE a."revisionId" = ${anchor.revisionId}::uuid
      AND (coalesce(a.start, ${NOWHERE}), coalesce(a."end", ${NOWHERE}), a."claimId")
        < (${start}, ${end}, ${claimId}::uuid)`;
  return (row?.before ?? 0) + 1;
}
