import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { SESSION_SECONDS, sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { env } from "#server/env.ts";

/** What a sealed session says: whose it is, and which. Whether it is still good is asked of its row on every use. */
const claimsSchema = z.object({ sub: z.uuid(), sid: z.uuid() });
export type SessionClaims = z.infer<typeof claimsSchema>;

/** Now, and in any case later than `last`: a sign-in that proved what was so at `last` begins no session. */
export const laterThan = (last: Date): Date => new Date(Math.max(Date.now(), last.getTime() + 1));

/** A session for the cookie, encrypted and dated by next-auth. */
export function sealSession(claims: SessionClaims): Promise<string> {
  return encode({ token: { ...claims }, secret: env().URATORI_SECRET, maxAge: SESSION_SECONDS });
}

/** What the session of a request's cookie says; null where there is none that is ours. */
export async function sessionOf(headers: Headers): Promise<SessionClaims | null> {
  const sealed = sessionFromCookieHeader(headers.get("cookie"));
  return sealed ? await openSession(sealed) : null;
}

/** What a sealed session says; null where it is forged, expired, of another installation or of an older kind. */
export async function openSession(sealed: string): Promise<SessionClaims | null> {
  try {
    return claimsSchema.parse(await decode({ token: sealed, secret: env().URATORI_SECRET }));
  } catch {
    return null;
  }
}
