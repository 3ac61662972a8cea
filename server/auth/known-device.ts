import { hashSecret } from "#server/auth/secret.ts";
import { cookieFromHeader, setCookie } from "#server/auth/session-cookie.ts";
import { db } from "#server/db.ts";

/** How long a browser is known without signing in, in seconds: as long as any browser keeps a cookie. */
export const DEVICE_SECONDS = 400 * 24 * 60 * 60;

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The secret by which a browser is known that somebody signed in with before; null where it has none. */
export function deviceFromHeaders(headers: Headers): string | null {
  const secret = cookieFromHeader(headers.get("cookie"), "device");
  return secret !== null && SHAPE.test(secret) ? secret : null;
}

/** A `Set-Cookie` value by which a browser is known from now on. */
export const deviceSetCookie = (secret: string): string => setCookie("device", secret, DEVICE_SECONDS);

/**
 * What failures of a browser that the member of this address has signed in with are counted by; null where it is not
 * known for them. Takes as long for an address that nobody has.
 */
export async function knownDevice(email: string, secret: string | null): Promise<string | null> {
  if (secret === null) return null;
  const found = await db().knownDevice.findFirst({
    where: { secretHash: hashSecret(secret), member: { email } },
    select: { id: true, lastUsedAt: true },
  });
  const since = Date.now() - DEVICE_SECONDS * 1000;
  return found && found.lastUsedAt.getTime() > since ? found.id : null;
}
