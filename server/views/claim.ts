import type { Claim, ClaimKind, ClaimSummary } from "#domain/claim.ts";
import type { Evidence } from "#domain/evidence.ts";
import { claimAbilities } from "#domain/rights/abilities.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { anchorView, type StandingAnchorRow } from "./anchor.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";
import { staleView } from "./stale.ts";
import { unresolvedThread } from "./thread.ts";
import {
  currentVerdict,
  type VerdictRow,
  verdictInclude,
  verdictSummaryView,
  verdictView,
} from "./verdict.ts";

const people = {
  assignee: { select: memberSummarySelect },
  createdBy: { select: memberSummarySelect },
  staleRevision: { select: { number: true } },
} satisfies Prisma.ClaimInclude;

/** What a list needs of a claim: no rationale, and evidence only counted. */
export const claimSummaryInclude = {
  ...people,
  verdicts: { where: currentVerdict, include: verdictInclude, omit: { rationale: true } },
  _count: { select: { evidence: { where: { removedAt: null } }, threads: { where: unresolvedThread } } },
} satisfies Prisma.ClaimInclude;

export const claimInclude = {
  ...people,
  verdicts: { where: currentVerdict, include: verdictInclude },
  _count: { select: { threads: { where: unresolvedThread } } },
} satisfies Prisma.ClaimInclude;

type ClaimSummaryRow = Prisma.ClaimGetPayload<{ include: typeof claimSummaryInclude }>;
type ClaimRow = Prisma.ClaimGetPayload<{ include: typeof claimInclude }>;
type OwnRow = Prisma.ClaimGetPayload<{ include: typeof people }> & { _count: { threads: number } };

/** Where a claim stands: its anchor in the newest revision, and its number among the article's claims. */
export interface ClaimPlace {
  anchor: StandingAnchorRow;
  number: number;
}

export function claimSummaryView(actor: Actor, row: ClaimSummaryRow, place: ClaimPlace): ClaimSummary {
  const verdict = row.verdicts[0];
  return ownView(actor, row, place, {
    verdict: verdict ? verdictSummaryView(verdict) : null,
    evidenceCount: row._count.evidence,
  });
}

export function claimView(actor: Actor, row: ClaimRow, place: ClaimPlace, evidence: Evidence[]): Claim {
  const verdict: VerdictRow | undefined = row.verdicts[0];
  return ownView(actor, row, place, {
    verdict: verdict ? verdictView(verdict) : null,
    evidence,
    evidenceCount: evidence.length,
  });
}

function ownView<Findings>(actor: Actor, row: OwnRow, place: ClaimPlace, findings: Findings) {
  return {
    id: row.id,
    articleId: row.articleId,
    number: place.number,
    anchor: anchorView(place.anchor),
    stale: staleView(row, row.staleRevision?.number),
    statement: row.statement,
    claimant: row.claimant,
    saidOn: row.saidOn,
    saidWhere: row.saidWhere,
    // A check constraint keeps the column to the kinds there are.
    kinds: row.kinds as ClaimKind[],
    priority: row.priority,
    workState: row.workState,
    assignee: row.assignee && memberSummaryView(row.assignee),
    createdBy: memberSummaryView(row.createdBy),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    version: row.version,
    openThreads: row._count.threads,
    abilities: claimAbilities(actor),
    ...findings,
  };
}
