import type { NextRequest } from "next/server";
import { decode } from "next-auth/jwt";
import { z } from "zod";
import type { Refusal } from "#domain/error.ts";
import { safeNextPath } from "#domain/next-path.ts";
import { type SsoProblem, ssoProblemSchema } from "#domain/sso-problem.ts";
import { publicOrigin } from "#server/auth/public-origin.ts";
import { cookieName } from "#server/auth/session-cookie.ts";
import { env } from "#server/env.ts";

/** Why the way back from the identity provider let nobody in. */
export async function oidcProblem(request: NextRequest, refusal?: Refusal): Promise<SsoProblem> {
  if (refusal) return ssoProblemSchema.catch("failed").parse(refusal.data.reason);
  if (!(await beganHere(request))) return "expired";
  return request.nextUrl.searchParams.get("error") === "access_denied" ? "cancelled" : "failed";
}

/** Sign-in says what went wrong, and leads on to where the person wanted to go. */
export function problemLocation(request: NextRequest, problem: SsoProblem): string {
  const asked = request.cookies.get(cookieName("callback"))?.value ?? "/";
  const origin = publicOrigin();
  const next = safeNextPath(asked.startsWith(origin) ? asked.slice(origin.length) : asked);
  const query = new URLSearchParams({ problem, ...(next !== "/" && { next }) });
  return `/signin?${query}`;
}

const sealedSchema = z.object({ value: z.string() });

/** True where what came back is the state that this browser was sent out with last, a quarter of an hour ago at most. */
async function beganHere(request: NextRequest): Promise<boolean> {
  const salt = cookieName("state");
  const token = request.cookies.get(salt)?.value;
  if (!token) return false;
  const opened = await decode({ token, salt, secret: env().URATORI_SECRET }).catch(() => null);
  const sealed = sealedSchema.safeParse(opened);
  return sealed.success && sealed.data.value === request.nextUrl.searchParams.get("state");
}
