import { importNoteSchema } from "#domain/article-import.ts";
import type { BlockText } from "#domain/carried-claims.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import type { DraftEntry, RevisionDraft } from "#domain/revision-draft.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { DecisionRow, DraftClaim } from "#server/draft-claims.ts";
import { captureSummarySelect } from "./capture.ts";
import { type MemberSummaryRow, memberSummarySelect, memberSummaryView } from "./member.ts";
import { provenanceView } from "./revision-summary.ts";

export const decisionInclude = {
  decidedBy: { select: memberSummarySelect },
} satisfies Prisma.RevisionDecisionInclude;

export const draftInclude = {
  baseRevision: { select: { id: true, number: true } },
  capture: { select: captureSummarySelect },
  createdBy: { select: memberSummarySelect },
  decisions: { include: decisionInclude },
} satisfies Prisma.RevisionDraftInclude;

export type DraftRow = Prisma.RevisionDraftGetPayload<{ include: typeof draftInclude }>;

interface DecidedClaim extends DraftClaim {
  decision: { row: DecisionRow & { decidedBy: MemberSummaryRow }; made: DraftEntry["decision"] & {} } | null;
}

export const draftEntryView = (
  claim: ClaimSummary,
  { before, carried, decision }: DecidedClaim,
): DraftEntry => ({
  claim,
  before,
  ...carried,
  decision: decision?.made ?? null,
  decidedBy: decision && memberSummaryView(decision.row.decidedBy),
  decidedAt: decision?.row.decidedAt.toISOString() ?? null,
});

export const revisionDraftView = (
  row: DraftRow,
  { text, blocks }: BlockText,
  entries: DraftEntry[],
): RevisionDraft => ({
  id: row.id,
  articleId: row.articleId,
  base: row.baseRevision,
  ...provenanceView(row),
  sha256: row.sha256,
  text,
  blocks: [...blocks],
  notes: importNoteSchema.array().parse(row.notes),
  createdBy: memberSummaryView(row.createdBy),
  createdAt: row.createdAt.toISOString(),
  entries,
});
