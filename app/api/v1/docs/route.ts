import { openApiDocument } from "#server/api/reference/document.ts";
import { type ReferenceDocument, referencePage } from "#server/api/reference/page.ts";
import { cookieName } from "#server/auth/session-cookie.ts";
import { INERT_POLICY } from "#server/security-headers.ts";

export const dynamic = "force-dynamic";

/** The API for people. It is the same for everybody and needs no account. */
export async function GET(): Promise<Response> {
  const document = (await openApiDocument(cookieName("session"))) as ReferenceDocument;
  return new Response(referencePage(document), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=300",
      // Complete in itself, and without scripts.
      "content-security-policy": `${INERT_POLICY}; style-src 'unsafe-inline'`,
    },
  });
}
