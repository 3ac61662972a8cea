import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { waiting } from "#server/reads/member.ts";

/**
 * Takes an invitation back; its link stops working at once.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND (also where it was used, revoked or has expired)
 */
export async function revokeInvitation(actor: Actor, invitationId: string): Promise<void> {
  authorise(actor, "member.invite");
  const now = new Date();
  await transaction(async (tx) => {
    const { count } = await tx.invitation.updateMany({
      where: { id: invitationId, ...waiting(now) },
      data: { revokedAt: now },
    });
    if (count === 0) throw new Refusal("NOT_FOUND");
    await appendEvent(tx, { kind: "invitation.revoked", actorId: actor.id, subjectId: invitationId });
  });
}
