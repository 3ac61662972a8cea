import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError } from "@orpc/server";
import { ResponseHeadersPlugin } from "@orpc/server/plugins";
import { API_PREFIX } from "#contract/api.ts";
import { chooseLocale } from "#domain/locale.ts";
import type { Locale } from "#domain/localized.ts";
import { resolveActor } from "#server/auth/resolve-actor.ts";
import { measured } from "#server/observe/measured.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";
import { INERT_POLICY } from "#server/security-headers.ts";
import { limitBody } from "./body-limit.ts";
import { type Failure, failure, toFailure, unreadableBody } from "./failure.ts";
import { router } from "./router.ts";
import { methodsAt } from "./routes.ts";
import { storableBody } from "./storable-body.ts";

const handler = new OpenAPIHandler(router, {
  plugins: [new ResponseHeadersPlugin()],
  // Around a call: refusals, input that does not fit, defects.
  clientInterceptors: [
    async ({ next, context, path }) => {
      const operation = path.join(".");
      noteOnRequest({ operation });
      const isRead = ["GET", "HEAD"].includes(context.request.method);
      try {
        return await (isRead ? next() : measured("command", operation, async () => await next()));
      } catch (error) {
        const refused = toFailure(error, context.locale);
        for (const [name, value] of retryHeaders(refused.data)) context.resHeaders?.set(name, value);
        throw refused;
      }
    },
  ],
  // Around the whole: what is left over is a defect of the machinery.
  interceptors: [
    async ({ next, ...options }) => {
      const { locale } = options.context;
      const body = () => readBody(options.request, locale);
      try {
        return await next({ ...options, request: { ...options.request, body } });
      } catch (error) {
        throw error instanceof ORPCError ? error : toFailure(error, locale);
      }
    },
  ],
});

/** The parsed body. All of it has come (see `limitBody`), so what fails here is its form, which is the caller's. */
async function readBody(request: { body: () => Promise<unknown> }, locale: Locale): Promise<unknown> {
  try {
    return storableBody(await request.body());
  } catch (error) {
    throw unreadableBody(error instanceof Error ? error.message : String(error), locale);
  }
}

/**
 * Answers any request under `/api/v1`. Whatever goes wrong, the answer is JSON `{code, status, message, data}` with a
 * code of `domain/error.ts` and words in the caller's language. Nothing is cached, because it is the caller's own view, but what
 * a call says may be.
 */
export async function handleApi(request: Request): Promise<Response> {
  const response = await answer(request);
  if (!response.headers.has("cache-control")) response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  if (!response.headers.has("content-security-policy"))
    response.headers.set("content-security-policy", INERT_POLICY);
  // RFC 9110, section 15.5.2: a 401 names the way in.
  if (response.status === 401) response.headers.set("www-authenticate", "Bearer");
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function answer(sent: Request): Promise<Response> {
  let locale = chooseLocale(undefined, sent.headers.get("accept-language"));
  try {
    const caller = await resolveActor(sent);
    locale = caller?.locale ?? locale;
    const request = await limitBody(sent);
    const context = { request, caller, locale };
    const asked = request.method === "HEAD" ? new Request(request, { method: "GET" }) : request;
    const { matched, response } = await handler.handle(asked, { prefix: API_PREFIX, context });
    return matched ? response : unmatched(request, locale);
  } catch (error) {
    return failureResponse(toFailure(error, locale));
  }
}

function unmatched(request: Request, locale: Locale): Response {
  const allowed = methodsAt(new URL(request.url).pathname);
  if (allowed.length === 0) return failureResponse(failure("NOT_FOUND", {}, locale));
  const response = failureResponse(failure("METHOD_NOT_ALLOWED", { allowed }, locale));
  response.headers.set("allow", allowed.join(", "));
  return response;
}

/** When to come back, for callers who read headers only (RFC 9110, section 10.2.3). */
const retryHeaders = ({ retryAfter }: Record<string, unknown>): [string, string][] =>
  typeof retryAfter === "number" ? [["retry-after", String(retryAfter)]] : [];

const failureResponse = (error: Failure): Response =>
  Response.json(error.toJSON(), { status: error.status, headers: retryHeaders(error.data) });
