import { Refusal } from "#domain/error.ts";
import type { Member } from "#prisma/generated/client.ts";
import { verifyPassword } from "#server/auth/password.ts";
import { addressMark, forgive, networkMark, throttled } from "#server/auth/throttle.ts";
import { db } from "#server/db.ts";

interface Attempt {
  email: string;
  password: string;
  /** Where it comes from, see `networkAddress`. */
  network: string;
}

/**
 * The member whose address and password these are. An unknown address, a wrong password, an account that is closed and
 * one without a password get the same answer after the same work.
 *
 * @throws Refusal CREDENTIALS_WRONG, TOO_MANY_REQUESTS
 */
export async function signIn({ email, password, network }: Attempt): Promise<Member> {
  const address = addressMark(email);
  const member = await throttled([address, networkMark(network)], ["CREDENTIALS_WRONG"], async () => {
    const found = await db().member.findUnique({ where: { email } });
    const matches = await verifyPassword(found?.passwordHash ?? null, password);
    if (!found || found.disabledAt || !matches) throw new Refusal("CREDENTIALS_WRONG");
    return found;
  });
  await forgive(address);
  return member;
}
