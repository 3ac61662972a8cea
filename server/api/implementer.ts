import { implement } from "@orpc/server";
import { api } from "#contract/api.ts";
import { DEED_HEADER, MEMBER_HEADER, SEQ_HEADER } from "#contract/procedure.ts";
import { Refusal } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import { withAsOf } from "#server/as-of.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import { asDeed, type Deed } from "#server/deed.ts";
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
  const { actor } = caller;
  const answer = async () => await next({ context: { caller, actor } });
  return withAsOf(async (asOf) => {
    try {
      return await asDeed(deedOf(request, actor.id), answer);
    } finally {
      if (asOf.seq !== null) context.resHeaders?.set(SEQ_HEADER, String(asOf.seq));
    }
  });
});

/** What the sender calls this write; null for reads and for writes that may be done again. */
function deedOf(request: Request, memberId: string): Deed | null {
  const given = request.headers.get(DEED_HEADER);
  if (given === null || SAFE_METHODS.has(request.method)) return null;
  const id = idSchema.safeParse(given);
  if (!id.success)
    throw new Refusal("INVALID_INPUT", { issues: [{ path: DEED_HEADER, message: "must be a UUID" }] });
  return { memberId, id: id.data };
}
