import { Refusal } from "#domain/error.ts";
import { INVITATION_DAYS, type Invitation, type Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { publicOrigin } from "#server/auth/public-origin.ts";
import { hashSecret, newSecret } from "#server/auth/secret.ts";
import { authorise } from "#server/authorise.ts";
import { lockAddress } from "#server/commands/lock-address.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { waiting } from "#server/reads/member.ts";
import { invitationInclude, invitationView } from "#server/views/invitation.ts";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Makes a one-time link for one person. The link is only in this answer. An earlier invitation of the same address
 * that still waits is taken back, so that one link works at a time.
 *
 * @throws Refusal FORBIDDEN, MEMBER_EXISTS
 */
export async function inviteMember(
  actor: Actor,
  input: { email: string; role: Role },
): Promise<Invitation & { link: string }> {
  authorise(actor, "member.invite");
  const now = new Date();
  const secret = newSecret();
  const row = await transaction(async (tx) => {
    await lockAddress(tx, input.email);
    const member = await tx.member.findUnique({ where: { email: input.email }, select: { id: true } });
    if (member) throw new Refusal("MEMBER_EXISTS");
    await tx.invitation.updateMany({
      where: { email: input.email, ...waiting(now) },
      data: { revokedAt: now },
    });
    const invitation = await tx.invitation.create({
      data: {
        ...input,
        secretHash: hashSecret(secret),
        invitedById: actor.id,
        expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY),
      },
      include: invitationInclude,
    });
    await appendEvent(tx, {
      kind: "member.invited",
      actorId: actor.id,
      subjectId: invitation.id,
      data: { email: input.email, role: input.role },
    });
    return invitation;
  });
  return { ...invitationView(row), link: `${publicOrigin()}/invite/${secret}` };
}
