import { Refusal } from "#domain/error.ts";
import type { Member } from "#prisma/generated/client.ts";
import { knownDevice } from "#server/auth/known-device.ts";
import { verifyPassword } from "#server/auth/password.ts";
import { addressMark, deviceMark, forgive, networkMark, throttled } from "#server/auth/throttle.ts";
import { db } from "#server/db.ts";

interface Attempt {
  email: string;
  password: string;
  /** Where it comes from, see `networkAddress`. */
  network: string;
  /** The secret by which the browser may be known, see `knownDevice`; null without one. */
  device: string | null;
}

/**
 * The member whose address and password these are. An unknown address, a wrong password, an account that is closed and
 * one without a password get the same answer after the same work. Strangers are counted by the address and by where they
 * come from; a browser that the member has signed in with is counted by itself, so that no stranger keeps them out.
 *
 * @throws Refusal CREDENTIALS_WRONG, TOO_MANY_REQUESTS
 */
export async function signIn({ email, password, network, device }: Attempt): Promise<Member> {
  const known = await knownDevice(email, device);
  const guesser = known ? deviceMark(known) : addressMark(email);
  const marks = known ? [guesser] : [guesser, networkMark(network)];
  const member = await throttled(marks, ["CREDENTIALS_WRONG"], async () => {
    const found = await db().member.findUnique({ where: { email } });
    const matches = await verifyPassword(found?.passwordHash ?? null, password);
    if (!found || found.disabledAt || !matches) throw new Refusal("CREDENTIALS_WRONG");
    return found;
  });
  await forgive(guesser);
  return member;
}
