import { implement } from "@orpc/server";
import { api } from "#contract/api.ts";
import { MEMBER_HEADER } from "#contract/procedure.ts";
import { Refusal } from "#domain/error.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import type { ApiContext } from "./context.ts";

/** Calls that need no account: `open.member.acceptInvitation.handler(…)`. */
export const open = implement(api).$context<ApiContext>();

const SAFE_METHODS = new Set(["GET", "HEAD"]);

/**
 * Calls of members: `member.claim.get.handler(({ context, input }) => readClaim(context.actor, input.claimId))`.
 * Runs before the input is looked at, so that a stranger learns nothing about what a call takes. What the member may do
 * is asked by the command or read itself.
 */
export const member = open.use(({ context, next }) => {
  const { caller, request } = context;
  if (!caller) throw new Refusal("UNAUTHENTICATED");
  const meant = request.headers.get(MEMBER_HEADER);
  if (meant !== null && meant !== caller.actor.id) throw new Refusal("UNAUTHENTICATED");
  if (caller.via === "session" && !SAFE_METHODS.has(request.method)) assertSameOrigin(request);
  return next({ context: { caller, actor: caller.actor } });
});
