import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError } from "@orpc/server";
import { ResponseHeadersPlugin } from "@orpc/server/plugins";
import { API_PREFIX } from "#contract/api.ts";
import type { ErrorCode } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import { resolveActor } from "#server/auth/resolve-actor.ts";
import { acceptedLocale } from "./accept-language.ts";
import { limitBody } from "./body-limit.ts";
import { failure, toFailure, unreadableBody } from "./failure.ts";
import { router } from "./router.ts";
import { methodsAt } from "./routes.ts";
import { storableBody } from "./storable-body.ts";

const handler = new OpenAPIHandler(router, {
  plugins: [new ResponseHeadersPlugin()],
  // Around a call: refusals, input that does not fit, defects.
  clientInterceptors: [
    async ({ next, context }) => {
      try {
        return await next();
      } catch (error) {
        throw toFailure(error, context.locale);
      }
    },
  ],
  // Around the whole: what is left over is a body that could not be parsed, or a defect of the machinery.
  interceptors: [
    async ({ next, ...options }) => {
      const { locale } = options.context;
      const request = { ...options.request, body: async () => storableBody(await options.request.body()) };
      try {
        return await next({ ...options, request });
      } catch (error) {
        if (error instanceof ORPCError) throw error;
        throw error instanceof SyntaxError ? unreadableBody(error, locale) : toFailure(error, locale);
      }
    },
  ],
});

/**
 * Answers any request under `/api/v1`. Whatever goes wrong, the answer is JSON `{code, status, message, data}` with a
 * code of `domain/error.ts` and words in the caller's language. Nothing is cached: it is the caller's own view.
 */
export async function handleApi(request: Request): Promise<Response> {
  const asked = request.method === "HEAD" ? new Request(request, { method: "GET" }) : request;
  const response = await answer(asked);
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-content-type-options", "nosniff");
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function answer(sent: Request): Promise<Response> {
  let locale = acceptedLocale(sent.headers.get("accept-language"));
  try {
    const caller = await resolveActor(sent);
    locale = caller?.locale ?? locale;
    const request = await limitBody(sent);
    const context = { request, caller, locale };
    const { matched, response } = await handler.handle(request, { prefix: API_PREFIX, context });
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

const failureResponse = (error: ORPCError<ErrorCode, unknown>): Response =>
  Response.json(error.toJSON(), { status: error.status });
