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

/**
 * Refuses a read that is written down in the member's name, such as taking a report away, where another site made the
 * browser ask: by a link, a picture, a frame. What a person opened by themselves passes. The browser's own word
 * (`Sec-Fetch-Site`) counts more than the page it names, because it knows of redirects through another site.
 *
 * @throws Refusal ORIGIN_REFUSED
 */
export function assertAskedFromHere({ headers }: Request): void {
  if (carriesBearer(headers)) return;
  const site = headers.get("sec-fetch-site");
  const isOurs = site === null ? comesFromHere(headers) : ["same-origin", "none"].includes(site);
  if (!isOurs) throw new Refusal("ORIGIN_REFUSED");
}

function comesFromHere(headers: Headers): boolean {
  const said = headers.get("origin") ?? headers.get("referer");
  if (said === null) return ["same-origin", "none", null].includes(headers.get("sec-fetch-site"));
  return isOurs(said, headers);
}

/**
 * Whether a socket is asked for by a page of ours. Browsers always say whose page it is, and let any site ask; who does
 * not say it is no page, and has the API.
 */
export function isSocketFromHere(headers: Headers): boolean {
  const origin = headers.get("origin");
  return origin !== null && isOurs(origin, headers);
}

/** @param said an origin, or an address at it */
function isOurs(said: string, headers: Headers): boolean {
  if (!URL.canParse(said)) return false; // "null": a sandboxed frame or a file
  const from = new URL(said);
  return from.origin === publicOrigin() || from.host === requestHost(headers);
}
