import type { Comment } from "#domain/comment.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Db } from "#server/db.ts";
import { commentInclude, commentView } from "#server/views/comment.ts";

/** A comment inside a command's transaction. */
export async function loadComment(tx: Db, actor: Actor, commentId: string): Promise<Comment> {
  const row = await tx.comment.findUnique({ where: { id: commentId }, include: commentInclude });
  if (!row) throw new Refusal("NOT_FOUND");
  return commentView(actor, row);
}

/** Whose comment it is, which never changes. NOT_FOUND where there is none. */
export async function loadCommentAuthor(tx: Db, commentId: string): Promise<string> {
  const row = await tx.comment.findUnique({ where: { id: commentId }, select: { authorId: true } });
  if (!row) throw new Refusal("NOT_FOUND");
  return row.authorId;
}
