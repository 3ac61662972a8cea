import { db } from "#server/db.ts";

/** What a passkey signs a challenge for. A challenge of one kind is good for no other. */
export type Purpose = "register" | "prove" | "sign-in";

/** As long as a person may look for their key, in milliseconds. */
const PATIENCE = 5 * 60_000;

/** Keeps a challenge that was just sent out. `memberId` is null where nobody is known yet. */
export async function keepChallenge(
  challenge: string,
  purpose: Purpose,
  memberId: string | null,
): Promise<void> {
  const now = Date.now();
  await db().passkeyChallenge.deleteMany({ where: { expiresAt: { lt: new Date(now) } } });
  await db().passkeyChallenge.create({
    data: { challenge, purpose, memberId, expiresAt: new Date(now + PATIENCE) },
  });
}

/** Uses a challenge up, whether or not what was signed turns out right. False where it is none, or was used. */
export async function takeChallenge(
  challenge: string,
  purpose: Purpose,
  memberId: string | null,
): Promise<boolean> {
  const { count } = await db().passkeyChallenge.deleteMany({
    where: { challenge, purpose, memberId, expiresAt: { gt: new Date() } },
  });
  return count === 1;
}
