import type { Reader } from "#server/quick-reads.ts";

/** In how many claims each source is evidence now, for many sources in one statement. */
export async function loadSourceUses(tx: Reader, sourceIds: string[]): Promise<(id: string) => number> {
  if (sourceIds.length === 0) return () => 0;
  const rows = await tx.$queryRaw<{ sourceId: string; uses: number }[]>`
    SELECT e."sourceId", count(DISTINCT e."claimId")::int AS uses
    FROM "Evidence" e JOIN "Claim" c ON c.id = e."claimId" AND c."deletedAt" IS NULL
    WHERE e."sourceId" = ANY(${sourceIds}::uuid[]) AND e."removedAt" IS NULL
    GROUP BY e."sourceId"`;
  const uses = new Map(rows.map((row) => [row.sourceId, row.uses]));
  return (id) => uses.get(id) ?? 0;
}
