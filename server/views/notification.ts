import { EXCERPT_LENGTH, type Notification } from "#domain/notification.ts";
import { codePoints, sliceCodePoints } from "#domain/offset.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { ClaimLabel } from "#server/reads/claim-label.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const notificationInclude = {
  actor: { select: memberSummarySelect },
  article: { select: { id: true, title: true } },
  comment: { select: { id: true, text: true, thread: { select: { id: true, exact: true } } } },
} satisfies Prisma.NotificationInclude;

export type NotificationRow = Prisma.NotificationGetPayload<{ include: typeof notificationInclude }>;

export const notificationView = (row: NotificationRow, label: ClaimLabel | undefined): Notification => ({
  id: row.id,
  kind: row.kind,
  actor: memberSummaryView(row.actor),
  article: row.article,
  claim:
    row.claimId === null
      ? null
      : { id: row.claimId, number: label?.number ?? null, exact: label?.exact ?? "" },
  thread: row.comment?.thread ?? null,
  comment: row.comment && {
    id: row.comment.id,
    excerpt: sliceCodePoints(row.comment.text, codePoints(0), EXCERPT_LENGTH),
  },
  decision: row.decision,
  createdAt: row.createdAt.toISOString(),
  readAt: row.readAt?.toISOString() ?? null,
});
