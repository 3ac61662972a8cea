import type { Claim } from "#domain/claim.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Claim as ClaimColumns } from "#prisma/generated/client.ts";
import type { Reader } from "#server/quick-reads.ts";
import type { StandingAnchorRow } from "#server/views/anchor.ts";
import { claimView } from "#server/views/claim.ts";
import { type EvidenceRow, evidenceView } from "#server/views/evidence.ts";
import type { MemberSummaryRow } from "#server/views/member.ts";
import type { VerdictRow } from "#server/views/verdict.ts";
import { loadSourceUses } from "./source-uses.ts";

/** A claim without what depends on who asks and on which other claims there are. */
export type ClaimItself = Omit<Claim, "abilities" | "number">;

/** What one statement answers. Nested rows come as JSON, so their moments are texts. */
interface FoundClaim extends ClaimColumns {
  anchor: StandingAnchorRow;
  assignee: MemberSummaryRow | null;
  createdBy: MemberSummaryRow;
  verdict: (Omit<VerdictRow, "updatedAt"> & { updatedAt: string }) | null;
  /** In the order it was added; null where there is none. */
  evidence: (Omit<EvidenceRow, "addedAt"> & { addedAt: string })[] | null;
  threads: number;
  /** The number of the revision that changed its words; null where none did. */
  staleNumber: number | null;
}

/** Views are made for somebody; what would differ between people is taken off again. */
const NOBODY: Actor = { id: "", role: "viewer" };

/**
 * Claims of any articles as they stand now, in no order; one that is deleted, or that never was, is left out. Made for
 * telling open pages of a change within milliseconds: one statement for one claim and another where there is evidence,
 * and as many for 2,000.
 */
export async function loadClaimsById(tx: Reader, ids: readonly string[]): Promise<ClaimItself[]> {
  if (ids.length === 0) return [];
  const wanted = [...ids];
  const rows = await findClaims(tx, wanted);
  const sourceIds = rows.flatMap(({ evidence }) => (evidence ?? []).map(({ sourceId }) => sourceId));
  const usesOf = await loadSourceUses(tx, [...new Set(sourceIds)]);
  return rows.map((row) => {
    const { verdict, threads, staleNumber } = row;
    const evidence = (row.evidence ?? []).map((piece, index) =>
      evidenceView(
        { ...piece, addedAt: new Date(piece.addedAt) } as EvidenceRow,
        index + 1,
        usesOf(piece.sourceId),
      ),
    );
    const verdicts = verdict ? [{ ...verdict, updatedAt: new Date(verdict.updatedAt) } as VerdictRow] : [];
    const staleRevision = staleNumber === null ? null : { number: staleNumber };
    const whole = { ...row, verdicts, staleRevision, _count: { threads } };
    const place = { anchor: row.anchor, number: 1 };
    const { abilities: _, number: __, ...claim } = claimView(NOBODY, whole, place, evidence);
    return claim;
  });
}

/**
 * As `claimInclude` reads one, in one statement instead of one for each relation. Its columns are named, because a
 * prepared `*` fails from the day on which a column is added until its connection ends.
 */
function findClaims(tx: Reader, ids: string[]): PromiseLike<FoundClaim[]> {
  return tx.$queryRaw<FoundClaim[]>`/* prepared: claims_by_id */
    SELECT c.id, c."articleId", c.statement, c.claimant, c."saidOn", c."saidWhere", c.kinds, c.priority,
      c."workState", c."assigneeId", c.version, c."fieldVersions", c."createdById", c."createdAt", c."updatedAt",
      c."deletedAt", c."staleSince", c."staleRevisionId", c."staleWas", c."staleLost",
      (SELECT r.number FROM "Revision" r WHERE r.id = c."staleRevisionId") AS "staleNumber",
      to_jsonb(a) AS anchor,
      CASE WHEN s.id IS NOT NULL
        THEN jsonb_build_object('id', s.id, 'name', s.name, 'disabledAt', s."disabledAt") END AS assignee,
      jsonb_build_object('id', m.id, 'name', m.name, 'disabledAt', m."disabledAt") AS "createdBy",
      (SELECT to_jsonb(v) || jsonb_build_object(
          'rating', to_jsonb(g),
          'author', jsonb_build_object('id', w.id, 'name', w.name, 'disabledAt', w."disabledAt"))
        FROM "Verdict" v
        JOIN "Member" w ON w.id = v."authorId"
        LEFT JOIN "Rating" g ON g."scaleId" = v."scaleId" AND g.version = v."scaleVersion" AND g.key = v."ratingKey"
        WHERE v."claimId" = c.id AND v.state <> 'superseded'
        LIMIT 1) AS verdict,
      (SELECT count(*)::int FROM "Thread" t
        WHERE t."claimId" = c.id AND t."resolvedAt" IS NULL
          AND EXISTS (SELECT FROM "Comment" k WHERE k."threadId" = t.id AND k."deletedAt" IS NULL)) AS threads,
      (SELECT jsonb_agg(to_jsonb(e) || jsonb_build_object(
          'source', to_jsonb(o),
          'addedBy', jsonb_build_object('id', p.id, 'name', p.name, 'disabledAt', p."disabledAt"))
          ORDER BY e."addedAt", e.id)
        FROM "Evidence" e
        JOIN "Source" o ON o.id = e."sourceId"
        JOIN "Member" p ON p.id = e."addedById"
        WHERE e."claimId" = c.id AND e."removedAt" IS NULL) AS evidence
    FROM "Claim" c
    JOIN "Anchor" a ON a."claimId" = c.id AND a."revisionId" = (
      SELECT r.id FROM "Revision" r WHERE r."articleId" = c."articleId" ORDER BY r.number DESC LIMIT 1)
    JOIN "Member" m ON m.id = c."createdById"
    LEFT JOIN "Member" s ON s.id = c."assigneeId"
    WHERE c.id = ANY(${ids}::uuid[]) AND c."deletedAt" IS NULL`;
}
