import { type NextRequest, NextResponse } from "next/server";
import { ASKED_PATH_HEADER } from "#server/auth/asked-path.ts";
import { isSecure } from "#server/auth/session-cookie.ts";
import { env } from "#server/env.ts";
import { contentSecurityPolicy } from "#server/security-headers.ts";

/** Next takes the nonce for its own scripts from the policy in the *request*; our layout reads it from `x-nonce`. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const https = isSecure();
  const policy = contentSecurityPolicy({ nonce, https, development: env().NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set(ASKED_PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/**
 * Pages. What is written here takes the place of a route's own policy, so whatever is no page stays outside and says its
 * own: the API, in which captures and pictures are sandboxed, the build's files, a library's parts.
 */
export const config = {
  matcher: "/((?!_next/static|_next/image|favicon.ico|pdf-parts/|api/v1/|api/v1$).*)",
};
