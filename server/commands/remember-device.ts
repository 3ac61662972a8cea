import { DEVICE_SECONDS } from "#server/auth/known-device.ts";
import { hashSecret, newSecret } from "#server/auth/secret.ts";
import { transaction } from "#server/db.ts";

/**
 * Makes a browser known for a member who signed in with it. A secret of ours that it has already is kept, for all who sign
 * in there; one we never gave is not taken over: somebody else may know it.
 *
 * @param held the secret it sent, of the right shape; null where it has none
 * @returns the secret it is to keep
 */
export function rememberDevice(memberId: string, held: string | null): Promise<string> {
  return transaction(async (tx) => {
    const now = new Date();
    const old = { lt: new Date(now.getTime() - DEVICE_SECONDS * 1000) };
    await tx.knownDevice.deleteMany({ where: { memberId, lastUsedAt: old } });
    const isOurs =
      held !== null && (await tx.knownDevice.findFirst({ where: { secretHash: hashSecret(held) } })) !== null;
    const secret = isOurs ? held : newSecret();
    const key = { memberId, secretHash: hashSecret(secret) };
    await tx.knownDevice.upsert({
      where: { memberId_secretHash: key },
      create: { ...key, lastUsedAt: now },
      update: { lastUsedAt: now },
    });
    return secret;
  });
}
