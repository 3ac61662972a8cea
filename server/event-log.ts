import { uuidv7 } from "uuidv7";
import type { EventKind } from "#domain/event.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { noteAppended } from "#server/as-of.ts";
import type { Db } from "#server/db.ts";
import { noteEvent } from "#server/observe/committed-events.ts";

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
  const { articleId, ...rest } = event;
  const appended = articleId
    ? await appendInOrder(tx, { ...rest, articleId })
    : await tx.event.create({ data: rest, select: { id: true, seq: true } });
  const { kind, actorId, claimId = null, subjectId = null, data = {} } = rest;
  const { id: eventId, seq } = appended;
  noteEvent({ kind, eventId, seq, actorId, articleId: articleId ?? null, claimId, subjectId, data });
}

/** What happened to an article without changing anything of it: it is not newer than before. */
const LEAVES_ARTICLE: ReadonlySet<EventKind> = new Set(["report.exported"]);

/** One statement, because every command waits for it under the article's lock. */
async function appendInOrder(
  tx: Db,
  event: NewEvent & { articleId: string },
): Promise<{ id: string; seq: number }> {
  const { kind, actorId, articleId, claimId = null, subjectId = null, data = {} } = event;
  const at = new Date();
  const id = uuidv7();
  const changedAt = LEAVES_ARTICLE.has(kind) ? null : at;
  const [appended] = await tx.$queryRaw<{ seq: number }[]>`
    WITH counted AS (
      UPDATE "Article" SET "eventSeq" = "eventSeq" + 1, "updatedAt" = COALESCE(${changedAt}::timestamptz, "updatedAt")
      WHERE id = ${articleId}::uuid
      RETURNING "eventSeq"
    )
    INSERT INTO "Event" (id, seq, kind, "articleId", "claimId", "subjectId", "actorId", at, data)
    SELECT ${id}::uuid, "eventSeq", ${kind}, ${articleId}::uuid, ${claimId}::uuid, ${subjectId},
      ${actorId}::uuid, ${at}, ${JSON.stringify(data)}::jsonb
    FROM counted
    RETURNING seq`;
  if (!appended) throw new Error(`There is no article ${articleId} to append an event to`);
  noteAppended(appended.seq);
  return { id, seq: appended.seq };
}
