import { Refusal } from "#domain/error.ts";
import type { Passkey } from "#domain/second-factor.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { verifyRegistration } from "#server/second-factor/passkeys.ts";
import { firstRecoveryCodes } from "#server/second-factor/recovery-codes.ts";
import { markFactorShown } from "#server/second-factor/shown.ts";
import { isUniqueViolation } from "#server/unique-violation.ts";
import { passkeyView } from "#server/views/second-factor.ts";

/**
 * Registers what the owner's browser made as a passkey, and lets the session stand.
 *
 * @returns recovery codes for whoever has none yet, told here and never again; else null
 * @throws Refusal PASSKEY_REFUSED, PASSKEY_EXISTS, FORBIDDEN, SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export async function addPasskey(
  owner: FactorOwner,
  { name, answer }: { name: string; answer: unknown },
): Promise<{ passkey: Passkey; recoveryCodes: string[] | null }> {
  authoriseFactorChange(owner);
  const memberId = owner.actor.id;
  const made = await verifyRegistration(memberId, answer);
  try {
    return await transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
      const passkey = await tx.passkey.create({ data: { ...made, memberId, name } });
      await markFactorShown(tx, owner.sessionId);
      await appendEvent(tx, {
        kind: "member.factor_added",
        actorId: memberId,
        subjectId: memberId,
        data: { kind: "passkey" },
      });
      return { passkey: passkeyView(passkey), recoveryCodes: await firstRecoveryCodes(tx, memberId) };
    });
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal("PASSKEY_EXISTS") : error;
  }
}
