import type { IncomingMessage, ServerResponse } from "node:http";
import { env } from "#server/env.ts";
import { log } from "#server/log.ts";
import { audit } from "#server/observe/audit.ts";
import { metrics } from "#server/observe/metrics.ts";
import { inContext, type RequestContext } from "#server/observe/request-context.ts";
import { REQUEST, spanned, traceParent } from "#server/observe/tracing.ts";
import { REQUEST_ID_HEADER, requestIdOf } from "./request-id.ts";

const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What is asked for where no operation of the contract says so, by how its path begins. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^\/api\/v1(?:\/|$)/, "api.unmatched"],
  [/^\/api\/auth\//, "auth"],
  [/^\/_next\//, "asset"],
  [/^\/pdf-parts\//, "asset"],
  [/^\/(?:healthz|readyz)$/, "health"],
  [/^\/metrics$/, "metrics"],
  [/^\/live$/, "live"],
];

/** Every other path is a page, or asks for one that there is not. */
const kindOf = (url = ""): string => {
  const [path = ""] = url.split("?");
  return KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? "page";
};

/**
 * Answers a request by `work` so that it can be followed: it has an id, in the answer too; everything logged meanwhile
 * names that id; and when the answer is through, it is counted, traced, and logged where it was refused or came to nothing.
 */
export function observed(
  request: IncomingMessage,
  response: ServerResponse,
  work: () => Promise<void>,
): Promise<void> {
  const { TRUST_PROXY } = env();
  const requestId = requestIdOf(request, TRUST_PROXY);
  response.setHeader(REQUEST_ID_HEADER, requestId);
  return inContext({ requestId, operation: kindOf(request.url) }, async (context) => {
    const stop = metrics().requestSeconds.startTimer();
    const ended = new Promise<void>((end) => response.once("close", end));
    const parent = TRUST_PROXY > 0 ? traceParent([request.headers.traceparent].flat()[0]) : null;
    await spanned(
      REQUEST,
      { "http.request.method": methodOf(request), "uratori.request_id": requestId },
      async (end) => {
        await work();
        await ended;
        end({
          "uratori.operation": context.operation,
          "http.response.status_code": response.statusCode,
          ...(context.code && { "uratori.code": context.code }),
        });
      },
      parent,
    );
    const seconds = stop({ operation: context.operation });
    tell(request, response, context, seconds);
  });
}

/**
 * As `observed`, for a socket that is asked for. What is answered there is no response of Node's: whoever answers says the
 * id and logs what was refused.
 */
export function observedUpgrade(request: IncomingMessage, work: () => void): void {
  const requestId = requestIdOf(request, env().TRUST_PROXY);
  inContext({ requestId, operation: kindOf(request.url) }, work);
}

function tell(
  request: IncomingMessage,
  { statusCode: status, writableFinished }: ServerResponse,
  { operation, code, tokenId }: RequestContext,
  seconds: number,
): void {
  const method = methodOf(request);
  // Whoever asked went away: what became of it is nobody's refusal and nobody's failure.
  metrics().requests.inc({ operation, method, status: writableFinished ? status : "aborted" });
  if (tokenId !== null) audit("token.used", { tokenId, operation, status });
  if (!writableFinished) log().debug({ operation, method }, "not waited for");
  else if (status >= 500) audit("request.failed", { operation, code, status });
  else if (status >= 400) audit("request.refused", { operation, code, status });
  const milliseconds = Math.round(seconds * 1000);
  if (writableFinished) log().debug({ operation, method, status, milliseconds }, "answered");
}

const methodOf = ({ method = "" }: IncomingMessage): string => (METHODS.has(method) ? method : "OTHER");
