import { Refusal } from "#domain/error.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { hasFactor } from "#server/reads/second-factor.ts";
import { renewRecoveryCodes as renew } from "#server/second-factor/recovery-codes.ts";

/**
 * New recovery codes for the owner; the ones from before are good no more. Who has no second factor needs none.
 *
 * @throws Refusal NOT_FOUND, FORBIDDEN, SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export async function renewRecoveryCodes(owner: FactorOwner): Promise<{ recoveryCodes: string[] }> {
  authoriseFactorChange(owner);
  const memberId = owner.actor.id;
  return transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
    if (!(await hasFactor(tx, memberId))) throw new Refusal("NOT_FOUND");
    const recoveryCodes = await renew(tx, memberId);
    await appendEvent(tx, {
      kind: "member.recovery_codes_renewed",
      actorId: memberId,
      subjectId: memberId,
    });
    return { recoveryCodes };
  });
}
