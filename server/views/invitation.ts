import type { Invitation } from "#domain/member.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "#server/views/member.ts";

export const invitationInclude = {
  invitedBy: { select: memberSummarySelect },
} satisfies Prisma.InvitationInclude;

type InvitationRow = Prisma.InvitationGetPayload<{ include: typeof invitationInclude }>;

/** An invitation without its secret, which is kept as a hash and shown once. */
export const invitationView = (row: InvitationRow): Invitation => ({
  id: row.id,
  email: row.email,
  role: row.role,
  invitedBy: memberSummaryView(row.invitedBy),
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});
