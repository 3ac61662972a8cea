import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { handleAuth } from "./next-auth-handler.ts";

const HERE = "http://localhost:3000";

/** What is refused before next-auth looks at a request; what it answers itself needs a running server (`e2e/`). */
function post(action: string, headers: Record<string, string>, body: string): Promise<Response> {
  const request = new NextRequest(`${HERE}/api/auth/${action}`, { method: "POST", headers, body });
  return handleAuth(request, { params: Promise.resolve({ nextauth: action.split("/") }) });
}

it.each<[string, string, Record<string, string>, string, number, string]>([
  ["an action that has no use here", "session", { origin: HERE }, "", 404, "NOT_FOUND"],
  ["a form of another site", "signout", { origin: "https://evil.example" }, "", 403, "ORIGIN_REFUSED"],
  ["a long body", "callback/credentials", { "content-length": "20000" }, "a=b", 413, "BODY_TOO_LARGE"],
  ["a body of unannounced length", "callback/credentials", {}, "a=b", 413, "BODY_TOO_LARGE"],
])("refuses %s, in the shape of the API", async (_name, action, headers, body, status, code) => {
  const response = await post(action, { ...headers, "accept-language": "en" }, body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ code, status, message: expect.stringMatching(/\.$/) });
});
