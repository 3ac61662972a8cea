import type { MemberSummary } from "#domain/member.ts";
import { ROLES } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { may } from "#domain/rights/table.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { memberSummarySelect, memberSummaryView } from "#server/views/member.ts";

/** The roles whose members can work on a claim. */
const WORKING_ROLES = ROLES.filter((role) => may({ id: "", role }, "claim.update"));

const fit = { disabledAt: null, role: { in: WORKING_ROLES } };

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
