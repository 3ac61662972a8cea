import { z } from "zod";
import type { Thread, ThreadState } from "#domain/comment.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { standingThread, threadInclude, threadView } from "#server/views/thread.ts";
import { decodeCursor, momentSchema, type PageQuery, pageFrom } from "./cursor.ts";

export interface ThreadQuery extends PageQuery {
  articleId: string;
  /** Keeps to the conversations of one claim. */
  claimId?: string | undefined;
  state: ThreadState;
}

const key = z.tuple([momentSchema, z.uuid()]);
const RESOLVED = { open: { resolvedAt: null }, resolved: { resolvedAt: { not: null } }, all: {} } as const;

/** An article's conversations, the oldest first. NOT_FOUND where there is no such article. */
export async function readThreads(
  actor: Actor,
  query: ThreadQuery,
): Promise<{ items: Thread[]; nextCursor: string | null }> {
  authorise(actor, "article.read");
  const { articleId, claimId, state, limit } = query;
  if (!(await db().article.findUnique({ where: { id: articleId }, select: { id: true } }))) {
    throw new Refusal("NOT_FOUND");
  }
  const after = decodeCursor(query.cursor, key);
  const found = await db().thread.findMany({
    where: {
      articleId,
      ...(claimId && { claimId }),
      ...standingThread,
      ...RESOLVED[state],
      ...(after && {
        AND: { OR: [{ createdAt: { gt: after[0] } }, { createdAt: after[0], id: { gt: after[1] } }] },
      }),
    },
    include: threadInclude,
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: limit + 1,
  });
  const { rows, nextCursor } = pageFrom(found, limit, (row) => [row.createdAt.toISOString(), row.id]);
  return { items: rows.map((row) => threadView(actor, row)), nextCursor };
}

/** One conversation. NOT_FOUND where there is none, or where its claim was deleted. */
export async function readThread(actor: Actor, threadId: string): Promise<Thread> {
  authorise(actor, "article.read");
  return await loadThread(db(), actor, threadId);
}

/** As `readThread`, inside a command's transaction. */
export async function loadThread(tx: Db, actor: Actor, threadId: string): Promise<Thread> {
  const standing = { OR: standingThread.OR };
  const row = await tx.thread.findUnique({ where: { id: threadId, ...standing }, include: threadInclude });
  if (!row) throw new Refusal("NOT_FOUND");
  return threadView(actor, row);
}
