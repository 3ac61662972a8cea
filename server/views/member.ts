import type { Member, MemberSummary } from "#domain/member.ts";
import type { Member as MemberRow, Prisma } from "#prisma/generated/client.ts";

/** The columns of a member that others may see. */
export const memberSummarySelect = { id: true, name: true, disabledAt: true } satisfies Prisma.MemberSelect;

export type MemberSummaryRow = Prisma.MemberGetPayload<{ select: typeof memberSummarySelect }>;

export const memberSummaryView = (row: MemberSummaryRow): MemberSummary => ({
  id: row.id,
  name: row.name,
  disabled: row.disabledAt !== null,
});

/** A member as an admin, or they themselves, see them. */
export const memberView = (row: MemberRow): Member => ({
  ...memberSummaryView(row),
  email: row.email,
  role: row.role,
  locale: row.locale,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
});
