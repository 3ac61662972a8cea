import { Refusal } from "#domain/error.ts";
import { chooseLocale } from "#domain/locale.ts";
import type { Locale } from "#domain/localized.ts";
import { carriesBearer } from "#server/auth/access-token.ts";
import { resolveFactorOwner } from "#server/auth/factor-owner.ts";
import { type Resolved, resolveActor } from "#server/auth/resolve-actor.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import { sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { INERT_POLICY } from "#server/security-headers.ts";
import { type BodyLimits, bodyLimits } from "./body-limit.ts";
import { failure, failureResponse, toFailure } from "./failure.ts";
import { isOpenCall, judgesSession, methodsAt } from "./routes.ts";

/** What is known of a request before any of its body is read. */
export interface Admitted {
  /** Null for somebody who is not signed in, whose call is one of those that need no account. */
  caller: Resolved | null;
  /** The language of messages: the member's own, else what the request asks for. */
  locale: Locale;
  limits: BodyLimits;
}

/**
 * Says by its head alone whether a request to the API is listened to. Nothing is read of what nobody would hear: of a
 * call that there is not, of somebody who is not known, of another site's page, of a body that is announced too large.
 */
export async function admission(request: Request): Promise<Admitted | Response> {
  let locale = chooseLocale(undefined, request.headers.get("accept-language"));
  try {
    const caller = await resolveActor(request);
    locale = caller?.locale ?? locale;
    const { pathname } = new URL(request.url);
    const method = request.method === "HEAD" ? "GET" : request.method;
    const allowed = methodsAt(pathname);
    if (!allowed.includes(method)) return unmatched(allowed, locale);
    if (!caller && !isOpenCall(method, pathname) && !(await isWaiting(request, method, pathname)))
      throw new Refusal("UNAUTHENTICATED");
    if (caller?.via === "session") assertSameOrigin(request);
    const limits = bodyLimits(method, pathname);
    const announced = Number(request.headers.get("content-length") ?? 0);
    if (announced > limits.bytes) throw limits.tooLarge(announced);
    return { caller, locale, limits };
  } catch (error) {
    return failureResponse(toFailure(error, locale));
  }
}

/** Of a call about second factors: whether it comes from a session that waits for its own, and so speaks for nobody yet. */
async function isWaiting({ headers }: Request, method: string, pathname: string): Promise<boolean> {
  if (carriesBearer(headers) || !judgesSession(method, pathname)) return false;
  return (await resolveFactorOwner(sessionFromCookieHeader(headers.get("cookie")))) !== null;
}

/** For an address where no call of that method is; `allowed` are the methods of those there are. */
export function unmatched(allowed: string[], locale: Locale): Response {
  if (allowed.length === 0) return failureResponse(failure("NOT_FOUND", {}, locale));
  const response = failureResponse(failure("METHOD_NOT_ALLOWED", { allowed }, locale));
  response.headers.set("allow", allowed.join(", "));
  return response;
}

/** What every answer of the API says besides: nothing is cached, because it is the caller's own view, but what a call says may be. */
export function withApiHeaders(response: Response): Response {
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  if (!response.headers.has("content-security-policy"))
    response.headers.set("content-security-policy", INERT_POLICY);
  // RFC 9110, section 15.5.2: a 401 names the way in.
  if (response.status === 401) response.headers.set("www-authenticate", "Bearer");
  return response;
}
