import { Refusal } from "#domain/error.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { transaction } from "#server/db.ts";
import { sealSecret } from "#server/second-factor/sealed-secret.ts";
import { newTotpSecret, totpSetUp } from "#server/second-factor/totp.ts";

/**
 * A new secret for the owner's authenticator app. It is no factor before its first code was right (`confirmTotp`); until
 * then the app from before stays good.
 *
 * @throws Refusal FORBIDDEN (also for a member without a password), SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export async function beginTotp(owner: FactorOwner): Promise<{ uri: string; secret: string }> {
  authoriseFactorChange(owner);
  const memberId = owner.actor.id;
  return transaction(async (tx) => {
    const { email, passwordHash } = await tx.member.findUniqueOrThrow({ where: { id: memberId } });
    if (passwordHash === null) throw new Refusal("FORBIDDEN");
    const secret = newTotpSecret();
    await tx.totpFactor.deleteMany({ where: { memberId, confirmedAt: null } });
    await tx.totpFactor.create({ data: { memberId, sealed: sealSecret(secret, memberId) } });
    return totpSetUp(secret, email);
  });
}
