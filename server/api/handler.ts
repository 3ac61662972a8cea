import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError } from "@orpc/server";
import { ResponseHeadersPlugin } from "@orpc/server/plugins";
import { API_PREFIX } from "#contract/api.ts";
import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import { measured } from "#server/observe/measured.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";
import { admission, unmatched, withApiHeaders } from "./admission.ts";
import { failureResponse, retryHeaders, toFailure, unreadableBody } from "./failure.ts";
import { router } from "./router.ts";
import { parsedBody, receivedBody } from "./sent-body.ts";

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
      const { locale, body } = options.context;
      try {
        return await next({ ...options, request: { ...options.request, body } });
      } catch (error) {
        throw error instanceof ORPCError ? error : toFailure(error, locale);
      }
    },
  ],
});

/** The parsed body. All of it has come, so what fails here is its form, which is the caller's. */
async function readBody(
  request: Request,
  bytes: Uint8Array | null,
  by: string | null,
  locale: Locale,
): Promise<unknown> {
  try {
    return await parsedBody(request, bytes, by);
  } catch (error) {
    if (error instanceof Refusal) throw toFailure(error, locale);
    throw unreadableBody(error instanceof Error ? error.message : String(error), locale);
  }
}

/**
 * Answers any request under `/api/v1`. Whatever goes wrong, the answer is JSON `{code, status, message, data}` with a
 * code of `domain/error.ts` and words in the caller's language.
 */
export async function handleApi(request: Request): Promise<Response> {
  const response = withApiHeaders(await answer(request));
  return request.method === "HEAD" ? new Response(null, response) : response;
}

async function answer(sent: Request): Promise<Response> {
  const admitted = await admission(sent);
  if (admitted instanceof Response) return admitted;
  const { caller, locale, limits } = admitted;
  try {
    const { method, url, headers, signal } = sent;
    const bytes = await receivedBody(sent, limits);
    const request = new Request(url, { method: method === "HEAD" ? "GET" : method, headers, signal });
    const body = () => readBody(request, bytes, caller?.actor.id ?? null, locale);
    const context = { request: sent, caller, locale, body };
    const { matched, response } = await handler.handle(request, { prefix: API_PREFIX, context });
    return matched ? response : unmatched([], locale);
  } catch (error) {
    return failureResponse(toFailure(error, locale));
  }
}
