import type { Event, EventKind } from "#domain/event.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const eventInclude = { actor: { select: memberSummarySelect } } satisfies Prisma.EventInclude;

type EventRow = Prisma.EventGetPayload<{ include: typeof eventInclude }>;

export const eventView = (row: EventRow): Event => ({
  id: row.id,
  seq: row.seq,
  // Only `appendEvent` writes the column, and it takes no other.
  kind: row.kind as EventKind,
  articleId: row.articleId,
  claimId: row.claimId,
  subjectId: row.subjectId,
  actor: row.actor && memberSummaryView(row.actor),
  at: row.at.toISOString(),
  data: row.data as Record<string, unknown>,
});
