import { Refusal } from "#domain/error.ts";
import type { Role } from "#domain/member.ts";
import type { Member } from "#prisma/generated/client.ts";
import { isAdmin, lockWithAdmins } from "#server/commands/lock-admins.ts";
import type { Db } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { log } from "#server/log.ts";

/**
 * Gives a member the role of their groups at the identity provider, inside the sign-in's transaction. The last admin
 * stays one whatever the groups say: a mistake in them must not leave a desk that nobody can manage.
 *
 * @param role null where none of their groups gives one
 * @throws Refusal FORBIDDEN with `reason` noGroup
 */
export async function followGroups(tx: Db, member: Member, role: Role | null): Promise<Member> {
  if (role === member.role) return member;
  const otherAdmins = await lockWithAdmins(tx, member.id);
  const before = await tx.member.findUniqueOrThrow({ where: { id: member.id } });
  if (isAdmin(before) && otherAdmins === 0) {
    if (role !== "admin")
      log().warn({ memberId: member.id }, "The groups of the last admin make none; the role stays");
    return before;
  }
  if (role === null) throw new Refusal("FORBIDDEN", { reason: "noGroup" });
  if (role === before.role) return before;
  await appendEvent(tx, {
    kind: "member.role_changed",
    actorId: member.id,
    subjectId: member.id,
    data: { from: before.role, to: role, by: "single-sign-on" },
  });
  return tx.member.update({ where: { id: member.id }, data: { role } });
}
