import { tokenEnd } from "#domain/access-token.ts";
import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { stageOf } from "#domain/second-factor.ts";
import { endOf, type SessionEnd } from "#domain/session.ts";
import type { Member } from "#prisma/generated/client.ts";
import { accessTokenFrom, carriesBearer } from "#server/auth/access-token.ts";
import { networkAddress } from "#server/auth/network-address.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { openSession } from "#server/auth/session.ts";
import { sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { throttled, tokenMark } from "#server/auth/throttle.ts";
import { db } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { audit } from "#server/observe/audit.ts";
import { noteOnRequest } from "#server/observe/request-context.ts";
import { findSession, type StandingSession } from "#server/reads/session.ts";

/** Who a request speaks for, read anew from the database each time: a changed role or a closed account works at once. */
export interface Resolved {
  actor: Actor;
  via: "session" | "token";
  /** The session it was asked by; null for a token. */
  sessionId: string | null;
  /** When a second factor was shown in it, if any was. */
  secondFactorAt: Date | null;
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

/** What a sealed session is found to be: good, and whose; or none, and why, where it is one that we know. */
export type Judged = { good: true; member: Resolved } | { good: false; why: SessionEnd | null };

/** The member of a sealed session; null where it ended or the account is closed. */
export async function resolveSession(sealed: string | null): Promise<Resolved | null> {
  const judged = await judgeSession(sealed, { isUse: true });
  return judged.good ? judged.member : null;
}

/**
 * Asks whether a sealed session is good. One that was not used for too long, or is too old, ends by being asked, so that
 * all its pages hear of it. `isUse`: a person does something by it, which keeps it from growing idle.
 */
export async function judgeSession(sealed: string | null, { isUse }: { isUse: boolean }): Promise<Judged> {
  const claims = sealed ? await openSession(sealed) : null;
  const session = claims && (await findSession(claims.sid));
  if (!session) return { good: false, why: null };
  const why = session.disabledAt ? "account_closed" : endOf(session, new Date());
  if (why && !session.endedAt) await endSessions(db(), { id: session.id }, why);
  if (why) return { good: false, why };
  // It speaks for nobody yet; only the doors of second factors know it (`factor-owner.ts`).
  if (stageOf(session) !== "standing") return { good: false, why: null };
  if (isUse) await markSessionUsed(session);
  return { good: true, member: standing(session) };
}

async function resolveToken(headers: Headers): Promise<Resolved | null> {
  const secret = accessTokenFrom(headers.get("authorization") ?? "");
  if (!secret) return null;
  const token = await db().accessToken.findUnique({
    where: { secretHash: hashSecret(secret) },
    include: { member: true },
  });
  if (!token || token.revokedAt || tokenEnd(token, new Date()) || token.member.disabledAt) return null;
  noteOnRequest({ tokenId: token.id });
  await markUsed(token.id, token.lastUsedAt);
  const { actor, ...known } = ofToken(token.member);
  return { ...known, actor: { ...actor, scope: token.scope }, tokenExpiresAt: token.expiresAt };
}

/** Wrong tokens are counted, right ones never wait: nobody is kept out by a neighbour's broken script. */
async function refuseToken(headers: Headers): Promise<null> {
  audit("token.refused");
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

const standing = ({ id, memberId, role, locale, name, secondFactorAt }: StandingSession): Resolved =>
  noted({ actor: { id: memberId, role }, via: "session", sessionId: id, secondFactorAt, locale, name });

const ofToken = ({ id, role, locale, name }: Member): Resolved =>
  noted({ actor: { id, role }, via: "token", sessionId: null, secondFactorAt: null, locale, name });

/** The log says of the request whose it is. */
function noted(resolved: Resolved): Resolved {
  noteOnRequest({ actorId: resolved.actor.id });
  return resolved;
}

async function markSessionUsed({ id, memberId, lastUsedAt, lastSeenAt }: StandingSession): Promise<void> {
  const now = new Date();
  if (!isRecent(lastSeenAt, SEEN_EVERY))
    await db().member.updateMany({ where: { id: memberId }, data: { lastSeenAt: now } });
  if (!isRecent(lastUsedAt, SEEN_EVERY))
    await db().session.updateMany({ where: { id, endedAt: null }, data: { lastUsedAt: now } });
}

async function markUsed(id: string, last: Date | null): Promise<void> {
  if (isRecent(last, USED_EVERY)) return;
  await db().accessToken.updateMany({ where: { id }, data: { lastUsedAt: new Date() } });
}

const isRecent = (moment: Date | null, milliseconds: number): boolean =>
  moment !== null && Date.now() - moment.getTime() < milliseconds;
