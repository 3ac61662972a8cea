import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { threadDraftSchema } from "#contract/comment.ts";
import type { Thread } from "#domain/comment.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { readComment } from "#server/comment.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { notifyOfComment } from "#server/notify-of-comment.ts";
import { placeAhead, placeOnNewest } from "#server/place-on-newest.ts";
import { loadThread } from "#server/reads/thread.ts";
import { isUniqueViolation } from "#server/unique-violation.ts";

export type OpenThreadInput = { articleId: string } & z.output<typeof threadDraftSchema>;

/**
 * Begins a conversation about a claim or a passage with its first comment. With an `id` it may be sent any number of
 * times and opens one thread; an id that belongs to another thread is ID_TAKEN.
 */
export async function openThread(actor: Actor, input: OpenThreadInput): Promise<Thread> {
  authorise(actor, "thread.open");
  if (input.target) await placeAhead(input.articleId, input.target, actor.id);
  return await transaction(async (tx) => {
    const { articleId, body } = input;
    await lockArticle(tx, articleId);
    const id = input.id ?? uuidv7();
    if (input.id && (await standsAlready(tx, actor, id, input))) return await loadThread(tx, actor, id);
    const { columns: topic, assigneeId } = await topicOf(tx, actor, input);
    const { columns, mentioned } = await readComment(tx, body);
    const comment = { id: input.commentId ?? uuidv7(), mentioned };
    const by = { authorId: actor.id, createdAt: new Date() };
    const thread = await insert(tx, {
      id,
      articleId,
      ...topic,
      createdById: actor.id,
      createdAt: by.createdAt,
      comments: { create: { id: comment.id, ...columns, ...by } },
    });
    await appendEvent(tx, {
      kind: "thread.opened",
      actorId: actor.id,
      articleId,
      ...(thread.claimId && { claimId: thread.claimId }),
      subjectId: id,
      data: { commentId: comment.id, ...(thread.exact !== null && { exact: thread.exact }) },
    });
    await notifyOfComment(tx, actor, thread, comment, [assigneeId]);
    return await loadThread(tx, actor, id);
  });
}

type Insertion = Parameters<Db["thread"]["create"]>[0]["data"];

async function standsAlready(tx: Db, actor: Actor, id: string, input: OpenThreadInput): Promise<boolean> {
  const thread = await tx.thread.findUnique({ where: { id } });
  if (!thread) return false;
  const isSame =
    thread.articleId === input.articleId &&
    thread.claimId === (input.claimId ?? null) &&
    thread.createdById === actor.id;
  if (!isSame) throw new Refusal("ID_TAKEN");
  return true;
}

/** What the thread is about, as columns; `assigneeId`: whose claim it is, if it is one. */
async function topicOf(tx: Db, actor: Actor, { articleId, claimId, target }: OpenThreadInput) {
  if (claimId) {
    const claim = await tx.claim.findUnique({ where: { id: claimId, articleId, deletedAt: null } });
    if (!claim) throw new Refusal("NOT_FOUND");
    return { columns: { claimId }, assigneeId: claim.assigneeId };
  }
  if (!target) throw new TypeError("a thread is about a claim or a passage");
  const { revision, range } = await placeOnNewest(tx, articleId, target, actor.id);
  return { columns: { ...range, revisionId: revision.id }, assigneeId: null };
}

/** The article's lock keeps its own writers apart; the same id may still come from another article's. */
async function insert(tx: Db, data: Insertion) {
  try {
    return await tx.thread.create({ data });
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal("ID_TAKEN") : error;
  }
}
