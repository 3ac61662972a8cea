import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { SESSION_SECONDS } from "#server/auth/session-cookie.ts";
import { env } from "#server/env.ts";

/**
 * What a session says: whose it is, and the member's `sessionsValidAfter` as it stood when they proved who they are.
 * A session lives while the two still agree. Comparing a session's own age with that moment would leave a gap: someone
 * who proved an old password just before it changed would get a session younger than the change.
 */
const sessionSchema = z.object({ sub: z.uuid(), validAfter: z.number().int() });
export type SessionClaims = z.infer<typeof sessionSchema>;

/** The moment in a member's row as a session carries it: milliseconds since 1970, which is what the column keeps. */
export const claimsOf = (member: { id: string; sessionsValidAfter: Date }): SessionClaims => ({
  sub: member.id,
  validAfter: member.sessionsValidAfter.getTime(),
});

/** Now, and in any case later than `last`: every session that stands on `last` ends. */
export const laterThan = (last: Date): Date => new Date(Math.max(Date.now(), last.getTime() + 1));

/** A session for the cookie, encrypted and dated by next-auth. */
export function sealSession(claims: SessionClaims): Promise<string> {
  return encode({ token: { ...claims }, secret: env().URATORI_SECRET, maxAge: SESSION_SECONDS });
}

/** What a sealed session says; null where it is forged, expired, of another installation or of an older kind. */
export async function openSession(sealed: string): Promise<SessionClaims | null> {
  try {
    return sessionSchema.parse(await decode({ token: sealed, secret: env().URATORI_SECRET }));
  } catch {
    return null;
  }
}
