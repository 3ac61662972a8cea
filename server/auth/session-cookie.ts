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
export const sessionSetCookie = (session: string): string => setCookie("session", session, SESSION_SECONDS);

/** A `Set-Cookie` value for a cookie of ours that lasts `seconds`. */
export function setCookie(name: string, value: string, seconds: number): string {
  const secure = isSecure() ? "; Secure" : "";
  return `${cookieName(name)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`;
}

/** The session in a `Cookie` header; null where there is none. */
export const sessionFromCookieHeader = (header: string | null): string | null =>
  cookieFromHeader(header, "session");

/** A cookie of ours in a `Cookie` header; null where it is not there. */
export function cookieFromHeader(header: string | null, name: string): string | null {
  const prefix = `${cookieName(name)}=`;
  const pair = header?.split(/;\s*/).find((part) => part.startsWith(prefix));
  return pair?.slice(prefix.length) || null;
}
