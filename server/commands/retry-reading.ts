import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { audit } from "#server/observe/audit.ts";

/**
 * Has a reading that failed begun once more, as if it were new. Its owner sees it wait.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND (also where it did not fail, or its file is not kept)
 */
export async function retryReading(actor: Actor, readingId: string): Promise<void> {
  authorise(actor, "system.operate");
  await transaction(async (tx) => {
    const { count } = await tx.reading.updateMany({
      where: { id: readingId, state: "failed", bytes: { not: null } },
      data: { state: "waiting", failure: null, attempts: 0, pagesRead: 0, part: 0, aliveAt: null },
    });
    if (count === 0) throw new Refusal("NOT_FOUND");
  });
  audit("work.retried", { work: "reading", subjectId: readingId });
}
