import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { audit } from "#server/observe/audit.ts";

/**
 * Makes a watch due now, and lets one that is held go on.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND
 */
export async function retryWatch(actor: Actor, articleId: string): Promise<void> {
  authorise(actor, "system.operate");
  await transaction(async (tx) => {
    const { count } = await tx.watch.updateMany({
      where: { articleId },
      data: { nextAt: new Date(), pausedAt: null },
    });
    if (count === 0) throw new Refusal("NOT_FOUND");
  });
  audit("work.retried", { work: "watch", subjectId: articleId });
}
