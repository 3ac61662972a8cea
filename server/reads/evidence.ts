import { Refusal } from "#domain/error.ts";
import type { Evidence } from "#domain/evidence.ts";
import type { Db } from "#server/db.ts";
import { evidenceInclude, evidenceView } from "#server/views/evidence.ts";
import { loadSourceUses } from "./source-uses.ts";

/** The evidence on many claims, each claim's in the order it was added, numbered from 1. In constant many statements. */
export async function loadEvidenceOf(tx: Db, claimIds: string[]): Promise<(claimId: string) => Evidence[]> {
  const rows = await tx.evidence.findMany({
    where: { claimId: { in: claimIds }, removedAt: null },
    include: evidenceInclude,
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  const usesOf = await loadSourceUses(tx, [...new Set(rows.map((row) => row.sourceId))]);
  const lists = new Map<string, Evidence[]>();
  for (const row of rows) {
    const list = lists.get(row.claimId) ?? [];
    list.push(evidenceView(row, list.length + 1, usesOf(row.sourceId)));
    lists.set(row.claimId, list);
  }
  return (claimId) => lists.get(claimId) ?? [];
}

/** One piece of evidence, numbered among its claim's. NOT_FOUND where it is not there or was removed. */
export async function loadEvidence(tx: Db, evidenceId: string): Promise<Evidence> {
  const row = await tx.evidence.findUnique({ where: { id: evidenceId }, select: { claimId: true } });
  const listOf = await loadEvidenceOf(tx, row ? [row.claimId] : []);
  const found = row && listOf(row.claimId).find(({ id }) => id === evidenceId);
  if (!found) throw new Refusal("NOT_FOUND");
  return found;
}
