import type { PublicKeyCredentialCreationOptionsJSON } from "@simplewebauthn/server";
import { Refusal } from "#domain/error.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { db } from "#server/db.ts";
import { registrationOptions } from "#server/second-factor/passkeys.ts";

/**
 * What the owner's browser is asked to make a passkey by.
 *
 * @throws Refusal FORBIDDEN (also for a member without a password), SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export async function beginPasskey(owner: FactorOwner): Promise<PublicKeyCredentialCreationOptionsJSON> {
  authoriseFactorChange(owner);
  const member = await db().member.findUniqueOrThrow({ where: { id: owner.actor.id } });
  if (member.passwordHash === null) throw new Refusal("FORBIDDEN");
  return registrationOptions(member);
}
