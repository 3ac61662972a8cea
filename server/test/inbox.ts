import { db } from "#server/db.ts";

/** What was put into a member's inbox, oldest first, as `kind` and what was decided. */
export async function inboxOf({ id }: { id: string }): Promise<string[]> {
  const rows = await db().notification.findMany({
    where: { memberId: id },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  return rows.map(({ kind, decision }) => (decision ? `${kind}: ${decision}` : kind));
}
