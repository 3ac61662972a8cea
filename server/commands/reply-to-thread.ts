import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { commentDraftSchema } from "#contract/comment.ts";
import type { Thread } from "#domain/comment.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { readComment } from "#server/comment.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockThread } from "#server/lock.ts";
import { notifyOfComment } from "#server/notify-of-comment.ts";
import { loadThread } from "#server/reads/thread.ts";
import { isUniqueViolation } from "#server/unique-violation.ts";

export type ReplyToThreadInput = { threadId: string } & z.output<typeof commentDraftSchema>;

/**
 * Adds a comment to a conversation; a resolved one stays resolved. With an `id` it may be sent any number of times and
 * makes one comment; an id that belongs to another thread's comment or to somebody else's is ID_TAKEN.
 */
export async function replyToThread(actor: Actor, input: ReplyToThreadInput): Promise<Thread> {
  authorise(actor, "thread.reply");
  return await transaction(async (tx) => {
    const thread = await lockThread(tx, input.threadId);
    const id = input.id ?? uuidv7();
    if (input.id && (await standsAlready(tx, actor, id, thread.id))) {
      return await loadThread(tx, actor, thread.id);
    }
    const { columns, mentioned } = await readComment(tx, input.body);
    const participants = await tx.comment.findMany({
      where: { threadId: thread.id, deletedAt: null },
      distinct: "authorId",
      select: { authorId: true },
    });
    await insert(tx, { id, threadId: thread.id, ...columns, authorId: actor.id, createdAt: new Date() });
    await appendEvent(tx, {
      kind: "comment.added",
      actorId: actor.id,
      articleId: thread.articleId,
      ...(thread.claimId && { claimId: thread.claimId }),
      subjectId: id,
      data: { threadId: thread.id },
    });
    const others = participants.map(({ authorId }) => authorId);
    await notifyOfComment(tx, actor, thread, { id, mentioned }, others);
    return await loadThread(tx, actor, thread.id);
  });
}

async function standsAlready(tx: Db, actor: Actor, id: string, threadId: string): Promise<boolean> {
  const comment = await tx.comment.findUnique({ where: { id } });
  if (!comment) return false;
  if (comment.threadId !== threadId || comment.authorId !== actor.id) throw new Refusal("ID_TAKEN");
  return true;
}

/** The article's lock keeps its own writers apart; the same id may still come from another article's. */
async function insert(tx: Db, data: Parameters<Db["comment"]["create"]>[0]["data"]): Promise<void> {
  try {
    await tx.comment.create({ data });
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal("ID_TAKEN") : error;
  }
}
