import type { Actor } from "#domain/rights/predicate.ts";
import { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockComment } from "#server/lock.ts";
import { loadCommentAuthor } from "#server/reads/comment.ts";

/**
 * Empties a comment of one's own and leaves its place. What was taken back waits in nobody's inbox any more and is not
 * mailed. Deleting it again changes nothing.
 */
export async function deleteComment(actor: Actor, input: { commentId: string }): Promise<void> {
  authorise(actor, "comment.delete", { memberId: await loadCommentAuthor(db(), input.commentId) });
  await transaction(async (tx) => {
    const { comment, thread } = await lockComment(tx, input.commentId);
    if (comment.deletedAt) return;
    const now = new Date();
    await tx.comment.update({
      where: { id: comment.id },
      data: { body: Prisma.DbNull, text: "", deletedAt: now, version: { increment: 1 } },
    });
    await tx.notification.updateMany({
      where: { commentId: comment.id, readAt: null },
      data: { readAt: now, mailDueAt: null },
    });
    await appendEvent(tx, {
      kind: "comment.deleted",
      actorId: actor.id,
      articleId: thread.articleId,
      ...(thread.claimId && { claimId: thread.claimId }),
      subjectId: comment.id,
      data: { threadId: thread.id },
    });
  });
}
