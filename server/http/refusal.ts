import { type IncomingHttpHeaders, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { ERROR_STATUS, type ErrorCode } from "#domain/error.ts";
import { errorMessage } from "#server/api/error-message.ts";
import { isSecure } from "#server/auth/session-cookie.ts";
import { noteOnRequest, requestContext } from "#server/observe/request-context.ts";
import { INERT_POLICY, securityHeaders } from "#server/security-headers.ts";
import { readerLocale } from "./reader-locale.ts";
import { REQUEST_ID_HEADER } from "./request-id.ts";

type Data = Record<string, unknown>;

/** Refuses a request that nothing of the product has looked at: as JSON, with a sentence in its reader's language. */
export function refuseRequest(
  request: IncomingMessage,
  response: ServerResponse,
  code: ErrorCode,
  data: Data = {},
): void {
  const { headers, body } = refusal(code, data, request.headers);
  noteOnRequest({ code });
  response.writeHead(ERROR_STATUS[code], headers);
  response.end(request.method === "HEAD" ? undefined : body);
}

/**
 * The same to somebody who asked for a socket, or spoke no HTTP that could be read; the line is ended with it.
 *
 * @param asked the request's headers; empty where there were none to read
 */
export function refuseLine(
  line: Duplex,
  code: ErrorCode,
  asked: IncomingHttpHeaders = {},
  data: Data = {},
): void {
  const { headers, body } = refusal(code, data, asked);
  const requestId = requestContext()?.requestId;
  const all = {
    connection: "close",
    ...headers,
    ...securityHeaders({ https: isSecure() }),
    ...(requestId && { [REQUEST_ID_HEADER]: requestId }),
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const status = ERROR_STATUS[code];
  line.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n${body}`);
}

function refusal(
  code: ErrorCode,
  data: Data,
  asked: IncomingHttpHeaders,
): { headers: Record<string, string>; body: string } {
  const message = errorMessage(code, readerLocale(asked));
  const body = JSON.stringify({ defined: true, code, status: ERROR_STATUS[code], message, data });
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": String(Buffer.byteLength(body)),
    "cache-control": "no-store",
    "content-security-policy": INERT_POLICY,
  };
  return { headers, body };
}
