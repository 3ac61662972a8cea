import type { MemberSummary } from "#domain/member.ts";
import type { Prisma } from "#prisma/generated/client.ts";

/** The columns of a member that others may see. */
export const memberSummarySelect = { id: true, name: true, disabledAt: true } satisfies Prisma.MemberSelect;

export type MemberSummaryRow = Prisma.MemberGetPayload<{ select: typeof memberSummarySelect }>;

export const memberSummaryView = (row: MemberSummaryRow): MemberSummary => ({
  id: row.id,
  name: row.name,
  disabled: row.disabledAt !== null,
});
