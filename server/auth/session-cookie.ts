import { SESSION_DAYS } from "#domain/session.ts";
import { env } from "#server/env.ts";

/** How long a session lasts without signing in again, in seconds. */
export const SESSION_SECONDS = SESSION_DAYS * 24 * 60 * 60;

/** Behind https, cookies are never sent in the clear. */
export const isSecure = (): boolean => env().URATORI_URL.startsWith("https://");

/** `__Host-`: set by this host over https for this host alone, so that no neighbouring site can plant one. */
export const cookieName = (name: string): string => `${isSecure() ? "__Host-" : ""}uratori.${name}`;

/** What every cookie of ours has: no script reads it, no other site's form sends it. */
export const cookieOptions = () => ({
  httpOnly: true,
  sameSite: "lax" as const,
  path: "/",
  secure: isSecure(),
});

/** A `Set-Cookie` value that opens `session`, for answers that next-auth does not make. */
export function sessionSetCookie(session: string): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${cookieName("session")}=${session}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${SESSION_SECONDS}${secure}`;
}

/** The session in a `Cookie` header; null where there is none. */
export function sessionFromCookieHeader(header: string | null): string | null {
  const prefix = `${cookieName("session")}=`;
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(prefix));
  return pair?.slice(prefix.length) || null;
}
