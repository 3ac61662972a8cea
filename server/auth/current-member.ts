import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { safeNextPath } from "#domain/next-path.ts";
import { ASKED_PATH_HEADER } from "#server/auth/asked-path.ts";
import { type FactorOwner, resolveFactorOwner } from "#server/auth/factor-owner.ts";
import { type Resolved, resolveSession } from "#server/auth/resolve-actor.ts";
import { cookieName } from "#server/auth/session-cookie.ts";

/** Who this page is made for; null without a session. Asked once per request, however many components ask. */
export const currentMember = cache(async (): Promise<Resolved | null> => {
  const jar = await cookies();
  return resolveSession(jar.get(cookieName("session"))?.value ?? null);
});

/** Whose session waits for its second factor; asked at the door, where nobody is signed in. */
export async function currentFactorOwner(): Promise<FactorOwner | null> {
  const jar = await cookies();
  return resolveFactorOwner(jar.get(cookieName("session"))?.value ?? null);
}

/**
 * Who this page is made for; without a session the request goes to sign-in and comes back afterwards.
 *
 * @param returnTo path and query to come back to; by default the ones the page was asked for by
 */
export async function requireMember(returnTo?: string): Promise<Resolved> {
  const member = await currentMember();
  if (member) return member;
  const asked = safeNextPath(returnTo ?? (await headers()).get(ASKED_PATH_HEADER));
  redirect(asked === "/" ? "/signin" : `/signin?next=${encodeURIComponent(asked)}`);
}
