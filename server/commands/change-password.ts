import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { assertPassword } from "#server/auth/assert-password.ts";
import { hashPassword, verifyPassword } from "#server/auth/password.ts";
import { laterThan, type SessionClaims } from "#server/auth/session.ts";
import { passwordMark, throttled } from "#server/auth/throttle.ts";
import { authorise } from "#server/authorise.ts";
import { db, transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { appendEvent } from "#server/event-log.ts";
import { insertSession, type SessionBrowser } from "#server/insert-session.ts";

/**
 * Changes the actor's own password. Every session and personal token made before ends at once, this one too: the answer is
 * a new session for the browser that asked; null where none did (a token).
 *
 * @throws Refusal PASSWORD_WRONG (also where the member signs in elsewhere, or somebody changed it in between),
 *   TOO_MANY_REQUESTS, PASSWORD_COMMON, PASSWORD_PERSONAL
 */
export async function changePassword(
  actor: Actor,
  input: { current: string; next: string },
  browser: SessionBrowser | null,
): Promise<SessionClaims | null> {
  authorise(actor, "profile.update", { memberId: actor.id });
  const before = await throttled([passwordMark(actor.id)], ["PASSWORD_WRONG"], async () => {
    const found = await db().member.findUniqueOrThrow({ where: { id: actor.id } });
    if (!(await verifyPassword(found.passwordHash, input.current))) throw new Refusal("PASSWORD_WRONG");
    return found;
  });
  await assertPassword(input.next, before);
  const passwordHash = await hashPassword(input.next);
  return transaction(async (tx) => {
    const now = new Date();
    const sessionsValidAfter = laterThan(before.sessionsValidAfter);
    const changed = await tx.member.updateMany({
      where: { id: actor.id, passwordHash: before.passwordHash, disabledAt: null },
      data: { passwordHash, sessionsValidAfter },
    });
    if (changed.count === 0) throw new Refusal("PASSWORD_WRONG");
    await tx.accessToken.updateMany({
      where: { memberId: actor.id, revokedAt: null, endedAt: null, expiresAt: { gt: now } },
      data: { endedAt: now },
    });
    await appendEvent(tx, { kind: "member.password_changed", actorId: actor.id, subjectId: actor.id });
    await endSessions(tx, { memberId: actor.id }, "password_changed");
    return browser && (await insertSession(tx, actor.id, browser));
  });
}
