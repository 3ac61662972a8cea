import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import type { Invitation, Member } from "#prisma/generated/client.ts";
import { lockAddress } from "#server/commands/lock-address.ts";
import type { Db } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { waiting } from "#server/reads/member.ts";

/** What a newcomer brings; one of the last two is there. */
interface Person {
  name: string;
  locale: Locale;
  passwordHash?: string;
  oidcSubject?: string;
}

/**
 * Uses an invitation up and makes its member, inside the caller's transaction.
 *
 * @throws Refusal LINK_INVALID where it was used, revoked or has expired since it was read, or the address has a member
 */
export async function admitInvited(tx: Db, invitation: Invitation, person: Person): Promise<Member> {
  await lockAddress(tx, invitation.email);
  const now = new Date();
  const used = await tx.invitation.updateMany({
    where: { id: invitation.id, ...waiting(now) },
    data: { acceptedAt: now },
  });
  const taken = await tx.member.findUnique({ where: { email: invitation.email }, select: { id: true } });
  if (used.count === 0 || taken) throw new Refusal("LINK_INVALID");
  const member = await tx.member.create({
    data: { ...person, email: invitation.email, role: invitation.role },
  });
  await appendEvent(tx, {
    kind: "member.joined",
    actorId: member.id,
    subjectId: member.id,
    data: { by: person.oidcSubject ? "single-sign-on" : "invitation", role: member.role },
  });
  return member;
}
