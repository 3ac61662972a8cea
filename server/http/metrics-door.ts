import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import ipaddr from "ipaddr.js";
import { ERROR_STATUS, type ErrorCode } from "#domain/error.ts";
import { chooseLocale } from "#domain/locale.ts";
import { errorMessage } from "#server/api/error-message.ts";
import { env } from "#server/env.ts";
import { metrics } from "#server/observe/metrics.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";

export const METRICS_PATH = "/metrics";

/** What only a proxy sends: with it, the machine that called us speaks for somebody else. */
const PROXIED = ["x-forwarded-for", "forwarded", "via", "x-real-ip"];

/**
 * Answers `/metrics` in Prometheus' text format to who may read it: whoever has `METRICS_TOKEN`, or where none is set,
 * programs of this machine that call us directly. Must see the headers as they came.
 */
export async function answerMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const refusal = refusalOf(request);
  if (refusal) return refuse(request, response, refusal);
  const { registry } = metrics();
  const text = await registry.metrics();
  response.writeHead(200, { "content-type": registry.contentType, "cache-control": "no-store" });
  response.end(request.method === "HEAD" ? undefined : text);
}

export const isMetricsPath = ({ url = "" }: IncomingMessage): boolean => url.split("?")[0] === METRICS_PATH;

function refusalOf({ method, headers, socket }: IncomingMessage): ErrorCode | null {
  if (method !== "GET" && method !== "HEAD") return "METHOD_NOT_ALLOWED";
  const { METRICS_TOKEN } = env();
  if (METRICS_TOKEN !== undefined)
    return isSame(headers.authorization ?? "", METRICS_TOKEN) ? null : "UNAUTHENTICATED";
  const isProxied = PROXIED.some((name) => headers[name] !== undefined);
  return !isProxied && isLoopback(socket.remoteAddress ?? "") ? null : "FORBIDDEN";
}

/** Compared by hashes, in a time that tells nothing of the token. */
function isSame(authorization: string, token: string): boolean {
  const given = /^bearer\s+(.+)$/i.exec(authorization.trim())?.[1] ?? "";
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given), hash(token));
}

const isLoopback = (address: string): boolean =>
  isIP(address) !== 0 && ipaddr.process(address).range() === "loopback";

function refuse({ headers }: IncomingMessage, response: ServerResponse, code: ErrorCode): void {
  noteOnRequest({ code });
  const status = ERROR_STATUS[code];
  const message = errorMessage(code, chooseLocale(undefined, headers["accept-language"] ?? null));
  const data = code === "METHOD_NOT_ALLOWED" ? { allowed: ["GET", "HEAD"] } : {};
  response.writeHead(status, {
    "content-type": "application/json",
    "cache-control": "no-store",
    ...(code === "UNAUTHENTICATED" && { "www-authenticate": "Bearer" }),
    ...(code === "METHOD_NOT_ALLOWED" && { allow: "GET, HEAD" }),
  });
  response.end(JSON.stringify({ code, status, message, data }));
}
