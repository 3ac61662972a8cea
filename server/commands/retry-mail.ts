import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { waiting } from "#server/mail/send-digests.ts";
import { audit } from "#server/observe/audit.ts";

/**
 * Makes what waits to be mailed to a member due now.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND (where nothing waits)
 */
export async function retryMail(actor: Actor, memberId: string): Promise<void> {
  authorise(actor, "system.operate");
  const now = new Date();
  await transaction(async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { ...waiting(now), memberId },
      data: { mailDueAt: now },
    });
    if (count === 0) throw new Refusal("NOT_FOUND");
  });
  audit("work.retried", { work: "mail", subjectId: memberId });
}
