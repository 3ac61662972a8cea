import { tokenEnd } from "#domain/access-token.ts";
import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Member } from "#prisma/generated/client.ts";
import { accessTokenFrom, carriesBearer } from "#server/auth/access-token.ts";
import { networkAddress } from "#server/auth/network-address.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { claimsOf, openSession } from "#server/auth/session.ts";
import { sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { throttled, tokenMark } from "#server/auth/throttle.ts";
import { db } from "#server/db.ts";

/** Who a request speaks for, read anew from the database each time: a changed role or a closed account works at once. */
export interface Resolved {
  actor: Actor;
  via: "session" | "token";
  /** When the token ends by which they ask; absent with a session. */
  tokenExpiresAt?: Date;
  locale: Locale;
  name: string;
}

/** Marks of life are this coarse, in milliseconds, so that reading seldom writes. */
const SEEN_EVERY = 5 * 60_000;
const USED_EVERY = 60_000;

/**
 * The member of a request's token or session; null where there is neither, or it ended.
 * A request with a bearer token is judged by that alone, so a revoked one never falls back to a cookie.
 *
 * @throws Refusal TOO_MANY_REQUESTS where the caller's network address sent many tokens that are none
 */
export async function resolveActor(request: Request): Promise<Resolved | null> {
  const { headers } = request;
  if (carriesBearer(headers)) return (await resolveToken(headers)) ?? (await refuseToken(headers));
  return resolveSession(sessionFromCookieHeader(headers.get("cookie")));
}

/** The member of a sealed session; null where it ended or the account is closed. */
export async function resolveSession(sealed: string | null): Promise<Resolved | null> {
  const claims = sealed ? await openSession(sealed) : null;
  const member = claims && (await db().member.findUnique({ where: { id: claims.sub } }));
  if (!member || member.disabledAt || claimsOf(member).validAfter !== claims.validAfter) return null;
  await markSeen(member);
  return resolved(member, "session");
}

async function resolveToken(headers: Headers): Promise<Resolved | null> {
  const secret = accessTokenFrom(headers.get("authorization") ?? "");
  if (!secret) return null;
  const token = await db().accessToken.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { member: true },
  });
  if (!token || token.revokedAt || tokenEnd(token, new Date()) || token.member.disabledAt) return null;
  await markUsed(token.id, token.lastUsedAt);
  const { actor, ...known } = resolved(token.member, "token");
  return { ...known, actor: { ...actor, scope: token.scope }, tokenExpiresAt: token.expiresAt };
}

/** Wrong tokens are counted, right ones never wait: nobody is kept out by a neighbour's broken script. */
async function refuseToken(headers: Headers): Promise<null> {
  const wrong = async () => {
    throw new Refusal("UNAUTHENTICATED");
  };
  try {
    return await throttled([tokenMark(networkAddress(headers))], ["UNAUTHENTICATED"], wrong);
  } catch (error) {
    if (error instanceof Refusal && error.code === "UNAUTHENTICATED") return null;
    throw error;
  }
}

const resolved = (member: Member, via: Resolved["via"]): Resolved => ({
  actor: { id: member.id, role: member.role },
  via,
  locale: member.locale,
  name: member.name,
});

async function markSeen(member: Member): Promise<void> {
  if (isRecent(member.lastSeenAt, SEEN_EVERY)) return;
  await db().member.updateMany({ where: { id: member.id }, data: { lastSeenAt: new Date() } });
}

async function markUsed(id: string, last: Date | null): Promise<void> {
  if (isRecent(last, USED_EVERY)) return;
  await db().accessToken.updateMany({ where: { id }, data: { lastUsedAt: new Date() } });
}

const isRecent = (moment: Date | null, milliseconds: number): boolean =>
  moment !== null && Date.now() - moment.getTime() < milliseconds;
