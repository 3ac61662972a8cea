import { Refusal } from "#domain/error.ts";
import type { Passkey } from "#domain/second-factor.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { transaction } from "#server/db.ts";
import { passkeyView } from "#server/views/second-factor.ts";

/**
 * Gives one of the owner's passkeys another name. Nothing about who may get in changes, so no event is written.
 *
 * @throws Refusal NOT_FOUND, FORBIDDEN, SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export async function renamePasskey(
  owner: FactorOwner,
  { passkeyId, name }: { passkeyId: string; name: string },
): Promise<Passkey> {
  authoriseFactorChange(owner);
  return transaction(async (tx) => {
    const [renamed] = await tx.passkey.updateManyAndReturn({
      where: { id: passkeyId, memberId: owner.actor.id },
      data: { name },
    });
    if (!renamed) throw new Refusal("NOT_FOUND");
    return passkeyView(renamed);
  });
}
