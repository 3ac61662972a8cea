import type { APIRequestContext, BrowserContext } from "@playwright/test";
import type { Role } from "#domain/member.ts";

export interface Credentials {
  email: string;
  password: string;
}

/** The demo desk has a member of each role, who speaks Japanese. */
export const demoMember = (role: Role): Credentials => ({
  email: `${role}@uratori.example`,
  password: "uratori-demo",
});

/** What a browser keeps of a session. */
export type Cookies = Awaited<ReturnType<BrowserContext["cookies"]>>;

/**
 * Opens a session as the sign-in form does, without the form. The answer's cookies are in `request` afterwards.
 *
 * @returns the HTTP status: 200 when let in
 */
export async function openSession(
  request: APIRequestContext,
  { email, password }: Credentials,
): Promise<number> {
  const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
  const form = { email, password, csrfToken, json: "true" };
  const answer = await request.post("/api/auth/callback/credentials", { form });
  return answer.status();
}
