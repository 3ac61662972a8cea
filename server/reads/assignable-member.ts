import { type MemberSummary, ROLES } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { may } from "#domain/rights/table.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { memberSummarySelect, memberSummaryView } from "#server/views/member.ts";

/** An open account with a role that works on claims. */
const fit = { disabledAt: null, role: { in: ROLES.filter((role) => may({ id: "", role }, "claim.update")) } };

/** Who can be given a claim, by name. */
export async function readAssignableMembers(actor: Actor): Promise<MemberSummary[]> {
  authorise(actor, "article.read");
  const rows = await db().member.findMany({
    where: fit,
    select: memberSummarySelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(memberSummaryView);
}

/** Whether a member can be given a claim. */
export async function isAssignable(tx: Db, memberId: string): Promise<boolean> {
  return (await tx.member.count({ where: { ...fit, id: memberId } })) > 0;
}
