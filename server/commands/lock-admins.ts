import type { Role } from "#domain/member.ts";
import type { Db } from "#server/db.ts";

export const isAdmin = (member: { role: Role; disabledAt: Date | null }): boolean =>
  member.role === "admin" && member.disabledAt === null;

/**
 * Locks the member and every admin, in one order for all, and counts the other admins. Two admins who demote each other
 * at the same moment stand in line here, and the second finds nobody left.
 */
export async function lockWithAdmins(tx: Db, memberId: string): Promise<number> {
  const rows = await tx.$queryRaw<{ id: string; admin: boolean }[]>`
    SELECT id, role = 'admin' AND "disabledAt" IS NULL AS admin FROM "Member"
    WHERE id = ${memberId}::uuid OR (role = 'admin' AND "disabledAt" IS NULL)
    ORDER BY id FOR UPDATE`;
  return rows.filter((row) => row.admin && row.id !== memberId).length;
}
