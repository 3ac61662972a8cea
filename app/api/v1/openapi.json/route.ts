import { openApiDocument } from "#server/api/reference/document.ts";
import { cookieName } from "#server/auth/session-cookie.ts";

export const dynamic = "force-dynamic";

/** The API for machines. It is the same for everybody and needs no account. */
export const GET = async (): Promise<Response> =>
  Response.json(await openApiDocument(cookieName("session")), {
    headers: { "cache-control": "public, max-age=300" },
  });
