import type { Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { SecondFactorRule } from "#domain/second-factor.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";

/**
 * Makes a second factor a duty of a role, or no longer. It counts at once, for open sessions too: whoever has shown none is
 * led to do so. What is so already is no change and no event.
 */
export async function requireSecondFactor(
  actor: Actor,
  { role, required }: { role: Role; required: boolean },
): Promise<SecondFactorRule> {
  authorise(actor, "member.require_factor");
  return transaction(async (tx) => {
    const { count } = required
      ? await tx.secondFactorRule.createMany({ data: [{ role, setById: actor.id }], skipDuplicates: true })
      : await tx.secondFactorRule.deleteMany({ where: { role } });
    if (count > 0)
      await appendEvent(tx, {
        kind: "member.factor_required",
        actorId: actor.id,
        subjectId: role,
        data: { role, required },
      });
    return { role, required };
  });
}
