import { Refusal } from "#domain/error.ts";
import { carriesBearer } from "#server/auth/access-token.ts";
import { publicOrigin, requestHost } from "#server/auth/public-origin.ts";

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a write that another site made the browser send.
 * A personal token is no cookie: nobody else's page can add one, so such requests may come from anywhere.
 * A request without `Origin`, `Referer` and `Sec-Fetch-Site` was not made by a browser's page, and passes.
 *
 * @throws Refusal ORIGIN_REFUSED
 */
export function assertSameOrigin(request: Request): void {
  if (READS.has(request.method) || carriesBearer(request.headers)) return;
  if (!comesFromHere(request.headers)) throw new Refusal("ORIGIN_REFUSED");
}

function comesFromHere(headers: Headers): boolean {
  const said = headers.get("origin") ?? headers.get("referer");
  if (said === null) return ["same-origin", "none", null].includes(headers.get("sec-fetch-site"));
  if (!URL.canParse(said)) return false; // "null": a sandboxed frame or a file
  const from = new URL(said);
  return from.origin === publicOrigin() || from.host === requestHost(headers);
}
