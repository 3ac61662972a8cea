import { Refusal } from "#domain/error.ts";
import type { Db } from "#server/db.ts";

/** What makes two pieces of evidence on one claim the same: the passage of the source. */
export interface Passage {
  id: string;
  claimId: string;
  sourceId: string;
  quote: string;
  locator: string;
}

/**
 * Refuses a passage that is evidence on the claim already, other than as `id` itself. A partial unique index of the
 * first migration holds the same; asking first gives the answer a name.
 */
export async function assertNewPassage(tx: Db, { id, ...passage }: Passage): Promise<void> {
  const same = await tx.evidence.findFirst({
    where: { ...passage, removedAt: null, id: { not: id } },
    select: { id: true },
  });
  if (same) throw new Refusal("EVIDENCE_EXISTS", { evidenceId: same.id });
}
