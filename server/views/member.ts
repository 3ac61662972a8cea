import type { Member, MemberSummary } from "#domain/member.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** The columns of a member that others may see. */
export const memberSummarySelect = { id: true, name: true, disabledAt: true } satisfies Prisma.MemberSelect;

export type MemberSummaryRow = Prisma.MemberGetPayload<{ select: typeof memberSummarySelect }>;

export const memberSummaryView = (row: MemberSummaryRow): MemberSummary => ({
  id: row.id,
  name: row.name,
  disabled: row.disabledAt !== null,
});

/** What `memberView` has to know besides a member's columns. */
export const memberInclude = {
  _count: { select: { passkeys: true, totpFactors: { where: { confirmedAt: { not: null } } } } },
} satisfies Prisma.MemberInclude;

type MemberRow = Prisma.MemberGetPayload<{ include: typeof memberInclude }>;

/** A member as an admin, or they themselves, see them. */
export const memberView = (row: MemberRow): Member => ({
  ...memberSummaryView(row),
  email: row.email,
  role: row.role,
  locale: row.locale,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  secondFactor: row._count.passkeys + row._count.totpFactors > 0,
});
