import { implement } from "@orpc/server";
import { api } from "#contract/api.ts";
import { type CallMeta, DEED_HEADER, MEMBER_HEADER, readsOnly, SEQ_HEADER } from "#contract/procedure.ts";
import { Refusal } from "#domain/error.ts";
import { idSchema } from "#domain/id.ts";
import { withAsOf } from "#server/as-of.ts";
import { carriesBearer } from "#server/auth/access-token.ts";
import { resolveFactorOwner } from "#server/auth/factor-owner.ts";
import { assertAskedFromHere, assertSameOrigin } from "#server/auth/same-origin.ts";
import { sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { db } from "#server/db.ts";
import { asDeed, type Deed } from "#server/deed.ts";
import { env } from "#server/env.ts";
import { inputHash } from "#server/input-hash.ts";
import type { ApiContext } from "./context.ts";

/** Calls that need no account: `open.member.acceptInvitation.handler(…)`. */
export const open = implement(api).$context<ApiContext>();

const SAFE_METHODS = new Set(["GET", "HEAD"]);

interface Call {
  /** By its name in the contract: `["claim", "update"]`. */
  path: readonly string[];
  route: { method?: string };
  meta: CallMeta;
  /** As it came, the address's part of it included. */
  input: unknown;
}

/**
 * Calls of members: `member.claim.get.handler(({ context, input }) => readClaim(context.actor, input.claimId))`.
 * Runs before the input is looked at, so that a stranger learns nothing about what a call takes. What the member may do
 * is asked by the command or read itself; whether their token may is asked here, of the contract.
 */
export const member = open.use(({ context, next, path, procedure }, input) => {
  const { caller, request } = context;
  if (!caller) throw new Refusal("UNAUTHENTICATED");
  const meant = request.headers.get(MEMBER_HEADER);
  if (meant !== null && meant !== caller.actor.id) throw new Refusal("UNAUTHENTICATED");
  const { route, meta } = procedure["~orpc"];
  if (caller.via === "session" && !SAFE_METHODS.has(request.method)) assertSameOrigin(request);
  if (meta.isTold) assertAskedFromHere(request);
  const { actor } = caller;
  const call: Call = { path, route, meta, input };
  if (actor.scope === "read" && !readsOnly(call)) throw new Refusal("TOKEN_READ_ONLY");
  const answer = async () => await next({ context: { caller, actor } });
  return withAsOf(async (asOf) => {
    try {
      const deed = await deedOf(request, actor.id, call);
      return deed ? await asDeed(deed, db(), answer) : await answer();
    } finally {
      if (asOf.seq !== null) context.resHeaders?.set(SEQ_HEADER, String(asOf.seq));
    }
  });
});

/**
 * Calls about a member's own second factors: of the member of the session's cookie, also where that session waits for its
 * second factor. A personal token is no way to them. One that the contract does not let be IDEMPOTENCY_KEY_REUSED is no
 * deed: what it proves by is good once.
 *
 * @throws Refusal UNAUTHENTICATED, ORIGIN_REFUSED
 */
export const owner = open.use(async ({ context, next, path, procedure }, input) => {
  const { request } = context;
  const { headers } = request;
  if (carriesBearer(headers)) throw new Refusal("UNAUTHENTICATED");
  const found = await resolveFactorOwner(sessionFromCookieHeader(headers.get("cookie")));
  const meant = headers.get(MEMBER_HEADER);
  if (!found || (meant !== null && meant !== found.actor.id)) throw new Refusal("UNAUTHENTICATED");
  assertSameOrigin(request);
  const { route, meta, errorMap } = procedure["~orpc"];
  const answer = async () => await next({ context: { owner: found } });
  if (!("IDEMPOTENCY_KEY_REUSED" in errorMap)) return await answer();
  const deed = await deedOf(request, found.actor.id, { path, route, meta, input });
  return deed ? await asDeed(deed, db(), answer) : await answer();
});

/** What the sender calls this write; null for reads and for writes that may be done again. */
async function deedOf(request: Request, memberId: string, call: Call): Promise<Deed | null> {
  const given = request.headers.get(DEED_HEADER);
  if (given === null || readsOnly(call)) return null;
  const id = idSchema.safeParse(given);
  if (!id.success)
    throw new Refusal("INVALID_INPUT", { issues: [{ path: DEED_HEADER, message: "must be a UUID" }] });
  return {
    memberId,
    id: id.data,
    operation: call.path.join("."),
    inputHash: await inputHash(call.input, env().URATORI_SECRET),
    answersSecret: call.meta.answersSecret === true,
  };
}
