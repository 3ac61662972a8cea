import type { Locale } from "#domain/localized.ts";
import type { Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { goodSince, type Session, type SessionAge } from "#domain/session.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { sessionView } from "#server/views/session.ts";

/** A session with what is asked of its member on every request. */
export interface StandingSession extends SessionAge {
  id: string;
  memberId: string;
  role: Role;
  locale: Locale;
  name: string;
  disabledAt: Date | null;
  lastSeenAt: Date | null;
  provenAt: Date;
  secondFactorAt: Date | null;
  /** Whether the member has a second factor, and whether the role must. */
  hasFactor: boolean;
  needsFactor: boolean;
}

/** A session and its member in one statement, because every request waits for it; null where there is no such session. */
export async function findSession(id: string): Promise<StandingSession | null> {
  const [found] = await db().$queryRaw<StandingSession[]>`
    SELECT s.id, s."createdAt", s."lastUsedAt", s."endedAt", s."endedWhy",
      s."provenAt", s."secondFactorAt",
      m.id AS "memberId", m.role, m.locale, m.name, m."disabledAt", m."lastSeenAt",
      EXISTS (SELECT 1 FROM "TotpFactor" t WHERE t."memberId" = m.id AND t."confirmedAt" IS NOT NULL)
        OR EXISTS (SELECT 1 FROM "Passkey" p WHERE p."memberId" = m.id) AS "hasFactor",
      EXISTS (SELECT 1 FROM "SecondFactorRule" r WHERE r.role = m.role) AS "needsFactor"
    FROM "Session" s JOIN "Member" m ON m.id = s."memberId"
    WHERE s.id = ${id}::uuid`;
  return found ?? null;
}

/** A member's sessions that are good at `now`; the same as `endOf` says of one. */
export function goodSessions(memberId: string, now: Date) {
  const { createdAt, lastUsedAt } = goodSince(now);
  return {
    memberId,
    endedAt: null,
    createdAt: { gt: createdAt },
    lastUsedAt: { gt: lastUsedAt },
  } satisfies Prisma.SessionWhereInput;
}

/** The actor's own sessions, the one used last first. `current`: the session that asks, null where a token does. */
export async function listSessions(actor: Actor, current: string | null): Promise<Session[]> {
  authorise(actor, "session.manage", { memberId: actor.id });
  const rows = await db().session.findMany({
    where: goodSessions(actor.id, new Date()),
    orderBy: [{ lastUsedAt: "desc" }, { id: "desc" }],
  });
  return rows.map((row) => sessionView(row, current));
}
