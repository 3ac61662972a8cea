import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { ERROR_STATUS, Refusal } from "#domain/error.ts";
import { chooseLocale, LOCALE_COOKIE } from "#domain/locale.ts";
import { errorMessage } from "#server/api/error-message.ts";
import { deviceSetCookie } from "#server/auth/known-device.ts";
import { authOptions, type Outcome } from "#server/auth/next-auth-options.ts";
import { OIDC_ID } from "#server/auth/oidc.ts";
import { oidcProblem, problemLocation } from "#server/auth/oidc-problem.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import { sessionOf } from "#server/auth/session.ts";
import { cookieName, sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { signOut } from "#server/commands/sign-out.ts";
import { log } from "#server/log.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

/** The package's default export, as a bundler reads it and as Node does, which hands over the whole module. */
const { default: nextAuth = NextAuth } = NextAuth as typeof NextAuth & { default?: typeof NextAuth };

/** The rest of next-auth (its session endpoint, its log endpoint, its own pages) has no use here and no way in. */
const ACTIONS = new Set(["csrf", "signin", "signout", "callback", "error"]);

/** No address and no password is longer, in bytes. */
const BODY_LIMIT = 10_000;

/** One request to next-auth. Somebody who is not let in gets an answer shaped like the API's. */
export async function handleAuth(request: NextRequest, context: RouteContext): Promise<Response> {
  const [action = "", provider] = (await context.params).nextauth;
  if (!ACTIONS.has(action)) return refused(request, new Refusal("NOT_FOUND"));
  try {
    assertSameOrigin(request);
  } catch (error) {
    if (error instanceof Refusal) return refused(request, error);
    throw error;
  }
  if (isTooLarge(request)) return refused(request, new Refusal("BODY_TOO_LARGE", { limit: BODY_LIMIT }));
  const outcome: Outcome = {};
  const whole = await withWholeBody(request);
  if (!whole) return refused(request, new Refusal("INVALID_INPUT"));
  const response: Response = await nextAuth(whole, context, authOptions(request.headers, outcome));
  if (action === "signout" && request.method === "POST") return await signedOut(request, response);
  if (outcome.device) response.headers.append("set-cookie", deviceSetCookie(outcome.device));
  if (action !== "callback" || outcome.member) return response;
  if (provider === OIDC_ID) return ledBack(request, response, outcome);
  if (provider !== "credentials") return response;
  // Without a refusal next-auth did not even look: its own token against foreign forms was missing.
  return refused(request, outcome.refusal ?? new Refusal("ORIGIN_REFUSED"));
}

/** With a body that has come to its end; null where its sender hung up before, which is nobody's error here. */
async function withWholeBody(request: NextRequest): Promise<NextRequest | null> {
  if (!request.body) return request;
  const body = await request.arrayBuffer().catch(() => null);
  return body && new NextRequest(request.url, { method: request.method, headers: request.headers, body });
}

/** Who was not let in by the identity provider reads why at sign-in. The cookies of the attempt end as next-auth has it. */
async function ledBack(request: NextRequest, { headers }: Response, { refusal }: Outcome): Promise<Response> {
  const problem = await oidcProblem(request, refusal);
  log().info({ problem }, "Nobody was let in by the identity provider");
  const led = new Headers(headers);
  led.set("location", problemLocation(request, problem));
  return new Response(null, { status: 302, headers: led });
}

/**
 * Ends the session on the server where next-auth takes its cookie away. Where that can't be done the cookie stays: nobody
 * is told that they are signed out while a copy of their session is still good.
 */
async function signedOut(request: NextRequest, response: Response): Promise<Response> {
  const isTaken = response.headers.getSetCookie().some((set) => set.startsWith(`${cookieName("session")}=`));
  const isAsked = sessionFromCookieHeader(request.headers.get("cookie")) !== null;
  if (isAsked && !isTaken) return refused(request, new Refusal("ORIGIN_REFUSED"));
  try {
    const claims = await sessionOf(request.headers);
    if (claims) await signOut(claims);
    return response;
  } catch (error) {
    log().error({ err: error }, "A session could not be ended");
    return refused(request, new Refusal("INTERNAL"));
  }
}

/** A body of unannounced length counts as too large: no browser sends a form so, and next-auth reads to the end. */
function isTooLarge({ body, headers }: NextRequest): boolean {
  return body !== null && Number(headers.get("content-length") ?? Number.POSITIVE_INFINITY) > BODY_LIMIT;
}

function refused(request: NextRequest, { code, data }: Refusal): Response {
  noteOnRequest({ code });
  const { headers, cookies } = request;
  const locale = chooseLocale(cookies.get(LOCALE_COOKIE)?.value, headers.get("accept-language"));
  const status = ERROR_STATUS[code];
  const wait = typeof data.retryAfter === "number" ? { "retry-after": String(data.retryAfter) } : undefined;
  const body = { code, status, message: errorMessage(code, locale), data };
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...wait } });
}
