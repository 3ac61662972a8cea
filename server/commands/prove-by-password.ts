import { Refusal } from "#domain/error.ts";
import type { FactorOwner } from "#server/auth/factor-owner.ts";
import { verifyPassword } from "#server/auth/password.ts";
import { passwordMark, throttled } from "#server/auth/throttle.ts";
import { authorise } from "#server/authorise.ts";
import { db, transaction } from "#server/db.ts";

/**
 * Proves once more who sits at a session, so that its second factors may be changed for a while.
 *
 * @throws Refusal PASSWORD_WRONG, TOO_MANY_REQUESTS
 */
export async function proveByPassword(
  { actor, sessionId }: FactorOwner,
  { password }: { password: string },
): Promise<void> {
  authorise(actor, "factor.manage", { memberId: actor.id });
  await throttled([passwordMark(actor.id)], ["PASSWORD_WRONG"], async () => {
    const { passwordHash } = await db().member.findUniqueOrThrow({ where: { id: actor.id } });
    if (!(await verifyPassword(passwordHash, password))) throw new Refusal("PASSWORD_WRONG");
  });
  await transaction(async (tx) => {
    const data = { provenAt: new Date() };
    await tx.session.updateMany({ where: { id: sessionId, endedAt: null }, data });
  });
}
