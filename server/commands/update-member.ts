import { Refusal } from "#domain/error.ts";
import type { Member, Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Member as MemberRow } from "#prisma/generated/client.ts";
import { laterThan } from "#server/auth/session.ts";
import { authorise } from "#server/authorise.ts";
import { isAdmin, lockWithAdmins } from "#server/commands/lock-admins.ts";
import { type Db, transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { appendEvent } from "#server/event-log.ts";
import { memberInclude, memberView } from "#server/views/member.ts";

interface Change {
  memberId: string;
  role?: Role | undefined;
  disabled?: boolean | undefined;
}

/**
 * Changes a member's role, closes or opens the account. Closing ends every session and personal token of theirs at once,
 * for good: opening the account again brings none back. What is so already is no change and no event.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND, LAST_ADMIN
 */
export async function updateMember(actor: Actor, change: Change): Promise<Member> {
  const { memberId } = change;
  if (change.role !== undefined) authorise(actor, "member.change_role", { memberId });
  if (change.disabled !== undefined) authorise(actor, "member.disable", { memberId });
  authorise(actor, "member.list");
  return transaction(async (tx) => {
    const otherAdmins = await lockWithAdmins(tx, memberId);
    const before = await tx.member.findUnique({ where: { id: memberId } });
    if (!before) throw new Refusal("NOT_FOUND");
    if (isAdmin(before) && !isAdmin(after(before, change)) && otherAdmins === 0)
      throw new Refusal("LAST_ADMIN");
    await changeRole(tx, actor, before, change.role);
    await changeDisabled(tx, actor, before, change.disabled);
    return memberView(await tx.member.findUniqueOrThrow({ where: { id: memberId }, include: memberInclude }));
  });
}

const after = (before: MemberRow, change: Change): { role: Role; disabledAt: Date | null } => ({
  role: change.role ?? before.role,
  disabledAt: change.disabled === undefined ? before.disabledAt : change.disabled ? new Date() : null,
});

async function changeRole(tx: Db, actor: Actor, before: MemberRow, role: Role | undefined): Promise<void> {
  if (role === undefined || role === before.role) return;
  await tx.member.update({ where: { id: before.id }, data: { role } });
  await appendEvent(tx, {
    kind: "member.role_changed",
    actorId: actor.id,
    subjectId: before.id,
    data: { from: before.role, to: role },
  });
}

async function changeDisabled(
  tx: Db,
  actor: Actor,
  before: MemberRow,
  disabled: boolean | undefined,
): Promise<void> {
  if (disabled === undefined || disabled === (before.disabledAt !== null)) return;
  const data = disabled
    ? { disabledAt: new Date(), sessionsValidAfter: laterThan(before.sessionsValidAfter) }
    : { disabledAt: null };
  await tx.member.update({ where: { id: before.id }, data });
  if (disabled) await endSessions(tx, { memberId: before.id }, "account_closed");
  if (disabled)
    await tx.accessToken.updateMany({
      where: { memberId: before.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
  await appendEvent(tx, {
    kind: disabled ? "member.disabled" : "member.enabled",
    actorId: actor.id,
    subjectId: before.id,
  });
}
