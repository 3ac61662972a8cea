import type { Thread } from "#domain/comment.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockThread } from "#server/lock.ts";
import { loadThread } from "#server/reads/thread.ts";

/** Closes a conversation. One that is closed is answered as it is. */
export async function resolveThread(actor: Actor, input: { threadId: string }): Promise<Thread> {
  authorise(actor, "thread.resolve");
  return await transaction(async (tx) => {
    const { id, articleId, claimId, resolvedAt } = await lockThread(tx, input.threadId);
    if (!resolvedAt) {
      await tx.thread.update({ where: { id }, data: { resolvedAt: new Date(), resolvedById: actor.id } });
      await appendEvent(tx, {
        kind: "thread.resolved",
        actorId: actor.id,
        articleId,
        ...(claimId && { claimId }),
        subjectId: id,
      });
    }
    return await loadThread(tx, actor, id);
  });
}
