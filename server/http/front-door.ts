import type { IncomingMessage, ServerResponse } from "node:http";
import { API_PREFIX } from "#contract/api.ts";
import { Refusal } from "#domain/error.ts";
import { chooseLocale } from "#domain/locale.ts";
import { admission, withApiHeaders } from "#server/api/admission.ts";
import { failureResponse, toFailure } from "#server/api/failure.ts";
import { requestHeaders } from "./request-headers.ts";
import { turnAway } from "./turn-away.ts";

/** Where next-auth listens. */
const AUTH_PREFIX = "/api/auth/";
/** No address and no password is longer, in bytes. */
const AUTH_BYTES = 10_000;

/** Nothing else takes a body. */
const WRITES = new Set(["POST", "PUT", "PATCH", "DELETE"]);
/** Many times what any address of ours has; the framework takes seconds over a thousand that are named alike. */
const MAX_PARAMETERS = 50;

/**
 * Looks at the head of a request before anything else does, and before any of its body is read. True where it may go on;
 * otherwise it was answered. Whatever stands behind (a framework, a proxy of its own) may read to the end first.
 */
export async function mayEnter(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  const hasManyParameters = (request.url ?? "").split("&", MAX_PARAMETERS + 1).length > MAX_PARAMETERS;
  if (!hasManyParameters && !bringsBody(request)) return true;
  const refused = hasManyParameters ? tooManyParameters(request) : await refusalOf(request);
  if (refused) await turnAway(request, response, refused);
  return refused === null;
}

function bringsBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || (headers["content-length"] ?? "0") !== "0";
}

function tooManyParameters(message: IncomingMessage): Response {
  const issues = [{ path: "", message: `> ${MAX_PARAMETERS} parameters` }];
  return withApiHeaders(answerTo(message, new Refusal("INVALID_INPUT", { issues })));
}

/** To somebody of whom nothing is known but the language they read. */
const answerTo = ({ headers }: IncomingMessage, refusal: Refusal): Response =>
  failureResponse(toFailure(refusal, chooseLocale(undefined, headers["accept-language"] ?? null)));

async function refusalOf(message: IncomingMessage): Promise<Response | null> {
  const { method = "GET", url = "/" } = message;
  const headers = requestHeaders(message);
  const [pathname = "/"] = url.split("?");
  const refused = (refusal: Refusal) => answerTo(message, refusal);
  if (!WRITES.has(method)) return refused(new Refusal("BODY_TOO_LARGE", { limit: 0 }));
  const announced = message.headers["content-length"] ?? null;
  if (pathname.startsWith(AUTH_PREFIX))
    return Number(announced ?? Number.POSITIVE_INFINITY) > AUTH_BYTES
      ? refused(new Refusal("BODY_TOO_LARGE", { limit: AUTH_BYTES }))
      : null;
  // No page takes anything but what its address says.
  if (!pathname.startsWith(`${API_PREFIX}/`))
    return refused(new Refusal("METHOD_NOT_ALLOWED", { allowed: ["GET", "HEAD"] }));
  const admitted = await admission(new Request(new URL(pathname, "http://localhost"), { method, headers }));
  if (admitted instanceof Response) return withApiHeaders(admitted);
  // How much a stranger has to say must be known before; nobody else's browser leaves it open either.
  if (!admitted.caller && announced === null)
    return withApiHeaders(refused(admitted.limits.tooLarge(admitted.limits.bytes + 1)));
  return null;
}
