import type { EventKind } from "#domain/event.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";

/** What a command says it did. `articleId` null: it belongs to no article and has no place in an article's order. */
export interface NewEvent {
  kind: EventKind;
  actorId: string | null;
  articleId?: string;
  claimId?: string;
  subjectId?: string;
  data?: Prisma.InputJsonObject;
}

/**
 * Appends one event inside the command's transaction. The article's counter is raised under its row lock, so events of
 * one article are numbered in commit order without gaps: a transaction that fails gives its number back.
 */
export async function appendEvent(tx: Db, event: NewEvent): Promise<void> {
  const seq = event.articleId ? await nextSeq(tx, event.articleId) : null;
  await tx.event.create({
    data: {
      kind: event.kind,
      actorId: event.actorId,
      articleId: event.articleId ?? null,
      claimId: event.claimId ?? null,
      subjectId: event.subjectId ?? null,
      seq,
      data: event.data ?? {},
    },
  });
}

async function nextSeq(tx: Db, articleId: string): Promise<number> {
  const article = await tx.article.update({
    where: { id: articleId },
    data: { eventSeq: { increment: 1 } },
    select: { eventSeq: true },
  });
  return article.eventSeq;
}
