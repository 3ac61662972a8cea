import { ORPCError } from "@orpc/client";
import { z } from "zod";

const AUTH = "/api/auth";

const csrfSchema = z.object({ csrfToken: z.string() });
const urlSchema = z.object({ url: z.string() });
const refusalSchema = z.object({
  code: z.string(),
  status: z.number(),
  message: z.string(),
  data: z.unknown(),
});

/**
 * Opens a session by address and password; the cookie comes with the answer.
 *
 * @throws what the API's client throws, so that failures are told alike: CREDENTIALS_WRONG, TOO_MANY_REQUESTS, offline
 */
export async function signInWithPassword(credentials: { email: string; password: string }): Promise<void> {
  await post("callback/credentials", credentials);
}

/** Begins signing in at the identity provider: where to send the browser. */
export async function beginSignInElsewhere(provider: string, next: string): Promise<string> {
  const response = await post(`signin/${provider}`, { callbackUrl: next });
  return urlSchema.parse(await response.json()).url;
}

/** Ends the session of this browser. */
export async function endSession(): Promise<void> {
  await post("signout", {});
}

/** next-auth wants a token of its own with every write, against other sites' forms. */
async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const { csrfToken } = csrfSchema.parse(await (await fetch(`${AUTH}/csrf`)).json());
  const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
  const response = await fetch(`${AUTH}/${path}`, { method: "POST", body });
  if (response.ok) return response;
  const { code, ...rest } = refusalSchema.parse(await response.json());
  throw new ORPCError(code, rest);
}
