import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { hashPassword, verifyPassword } from "#server/auth/password.ts";
import { claimsOf, laterThan, type SessionClaims } from "#server/auth/session.ts";
import { passwordMark, throttled } from "#server/auth/throttle.ts";
import { authorise } from "#server/authorise.ts";
import { db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";

/**
 * Changes the actor's own password. Every session and personal token made before ends at once, this one too: the
 * answer is what a new session of the actor's should say.
 *
 * @throws Refusal PASSWORD_WRONG (also where the member signs in elsewhere, or somebody changed it in between),
 *   TOO_MANY_REQUESTS
 */
export async function changePassword(
  actor: Actor,
  input: { current: string; next: string },
): Promise<SessionClaims> {
  authorise(actor, "profile.update", { memberId: actor.id });
  const before = await throttled([passwordMark(actor.id)], ["PASSWORD_WRONG"], async () => {
    const found = await db().member.findUniqueOrThrow({ where: { id: actor.id } });
    if (!(await verifyPassword(found.passwordHash, input.current))) throw new Refusal("PASSWORD_WRONG");
    return found;
  });
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
    return claimsOf({ id: actor.id, sessionsValidAfter });
  });
}
