import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { laterThan } from "#server/auth/session.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { appendEvent } from "#server/event-log.ts";

/**
 * Takes all second factors and recovery codes of another member away, who lost them. Their sessions end at once, for
 * whoever found the lost device may hold one. The next sign-in asks for the password alone, and where the role must have a
 * second factor, for a new one.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND (also where the member has none)
 */
export async function resetSecondFactors(actor: Actor, { memberId }: { memberId: string }): Promise<void> {
  authorise(actor, "member.reset_factors", { memberId });
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
    const member = await tx.member.findUnique({ where: { id: memberId } });
    const taken = await Promise.all([
      tx.totpFactor.deleteMany({ where: { memberId } }),
      tx.passkey.deleteMany({ where: { memberId } }),
      tx.recoveryCode.deleteMany({ where: { memberId } }),
    ]);
    if (!member || taken.every(({ count }) => count === 0)) throw new Refusal("NOT_FOUND");
    const sessionsValidAfter = laterThan(member.sessionsValidAfter);
    await tx.member.update({ where: { id: memberId }, data: { sessionsValidAfter } });
    await endSessions(tx, { memberId }, "factors_reset");
    await appendEvent(tx, { kind: "member.factors_reset", actorId: actor.id, subjectId: memberId });
  });
}
