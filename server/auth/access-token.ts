import { newSecret } from "#server/auth/secret.ts";

/** Marks a personal token as ours, so that people and secret scanners know what they found. */
const PREFIX = "ura_";
const SHAPE = /^ura_[A-Za-z0-9_-]{43}$/;

/** A personal token: `ura_` and 32 random bytes in base64url. */
export const newAccessToken = (): string => PREFIX + newSecret();

/** The personal token of an `Authorization` header; null where there is none of our shape. */
export function accessTokenFrom(authorization: string): string | null {
  const token = bearerOf(authorization);
  return token !== null && SHAPE.test(token) ? token : null;
}

/** True where the header speaks for itself: such a request is judged by its token and never by a cookie. */
export const carriesBearer = (headers: Headers): boolean =>
  bearerOf(headers.get("authorization") ?? "") !== null;

/** The scheme's name has no case (RFC 9110, section 11.1). */
function bearerOf(authorization: string): string | null {
  return /^bearer\s+(.*)$/i.exec(authorization.trim())?.[1] ?? null;
}
