import { Refusal } from "#domain/error.ts";
import type { SessionClaims } from "#server/auth/session.ts";
import { networkMark, throttled } from "#server/auth/throttle.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { db } from "#server/db.ts";
import { auditedSignIn } from "#server/observe/audited-sign-in.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";
import { verifyAssertion } from "#server/second-factor/passkeys.ts";

interface Attempt {
  answer: unknown;
  /** Where it comes from, see `networkAddress`. */
  network: string;
  userAgent: string | null;
  /** The session whose cookie this browser sent. */
  replaces: string | null;
}

/**
 * Signs in by a passkey alone. Its device has made sure who holds it, so that it is two factors: something the person has,
 * and something they know or are.
 *
 * @throws Refusal PASSKEY_REFUSED (also for a closed account), TOO_MANY_REQUESTS
 */
export async function signInByPasskey({
  answer,
  network,
  userAgent,
  replaces,
}: Attempt): Promise<SessionClaims> {
  const member = await auditedSignIn("passkey", () =>
    throttled([networkMark(network)], ["PASSKEY_REFUSED"], async () => {
      const { memberId } = await verifyAssertion(null, answer);
      const found = await db().member.findUniqueOrThrow({ where: { id: memberId } });
      if (found.disabledAt) throw new Refusal("PASSKEY_REFUSED");
      noteOnRequest({ actorId: found.id });
      return found;
    }),
  );
  return beginSession({ member, userAgent, replaces, secondFactorAt: new Date() });
}
