import { isDeepStrictEqual } from "node:util";
import type { Comment, CommentBody } from "#domain/comment.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { readComment } from "#server/comment.ts";
import { db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockComment } from "#server/lock.ts";
import { notifyOfNewMentions } from "#server/notify-of-comment.ts";
import { loadComment, loadCommentAuthor } from "#server/reads/comment.ts";

export interface EditCommentInput {
  commentId: string;
  body: CommentBody;
  /** The version the writer saw. */
  version: number;
}

/**
 * Changes a comment of one's own. CONFLICT where it was changed after `version` to something else, which only another
 * page of the same person can do. A deleted one is NOT_FOUND: its words are gone for good. What came in with an
 * annotation is FORBIDDEN: whoever brought it did not write it.
 */
export async function editComment(actor: Actor, input: EditCommentInput): Promise<Comment> {
  authorise(actor, "comment.edit", { memberId: await loadCommentAuthor(db(), input.commentId) });
  return await transaction(async (tx) => {
    const { comment, thread } = await lockComment(tx, input.commentId);
    if (comment.deletedAt) throw new Refusal("NOT_FOUND");
    if (comment.broughtAs !== null) throw new Refusal("FORBIDDEN");
    const { columns, document, mentioned } = await readComment(tx, input.body);
    if (!isDeepStrictEqual(comment.body, document)) {
      if (comment.version > input.version) {
        const current = await loadComment(tx, actor, comment.id);
        throw new Refusal("CONFLICT", { current, fields: ["body"] });
      }
      await tx.comment.update({
        where: { id: comment.id },
        data: { ...columns, editedAt: new Date(), version: { increment: 1 } },
      });
      await appendEvent(tx, {
        kind: "comment.edited",
        actorId: actor.id,
        articleId: thread.articleId,
        ...(thread.claimId && { claimId: thread.claimId }),
        subjectId: comment.id,
        data: { threadId: thread.id },
      });
      await notifyOfNewMentions(tx, actor, thread, { id: comment.id, mentioned });
    }
    return await loadComment(tx, actor, comment.id);
  });
}
