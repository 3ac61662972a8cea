import type { Evidence } from "#domain/evidence.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";
import { sourceView } from "./source.ts";

export const evidenceInclude = {
  source: true,
  addedBy: { select: memberSummarySelect },
} satisfies Prisma.EvidenceInclude;

export type EvidenceRow = Prisma.EvidenceGetPayload<{ include: typeof evidenceInclude }>;

/** `number` is the place in the claim's list, from 1; `uses` the source's. */
export const evidenceView = (row: EvidenceRow, number: number, uses: number): Evidence => ({
  id: row.id,
  claimId: row.claimId,
  number,
  source: sourceView(row.source, uses),
  stance: row.stance,
  primary: row.primary,
  quote: row.quote || null,
  locator: row.locator || null,
  note: row.note || null,
  addedBy: memberSummaryView(row.addedBy),
  addedAt: row.addedAt.toISOString(),
  version: row.version,
});
