import type { MemberSummary } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { memberSummarySelect, memberSummaryView } from "#server/views/member.ts";

/** Who can be mentioned in a comment, by name: everybody with an open account, because everybody reads. */
export async function readMentionableMembers(actor: Actor): Promise<MemberSummary[]> {
  authorise(actor, "article.read");
  const rows = await db().member.findMany({
    where: { disabledAt: null },
    select: memberSummarySelect,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return rows.map(memberSummaryView);
}
