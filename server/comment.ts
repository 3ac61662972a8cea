import type { CommentBody } from "#domain/comment.ts";
import { MAX_COMMENT_LENGTH } from "#domain/comment.ts";
import { Refusal } from "#domain/error.ts";
import type { CommentDocument } from "#editor/comment-node.ts";
import { commentFromText, commentText, mentionedMembers } from "#editor/comment-text.ts";
import { type CommentProblem, parseComment } from "#editor/parse-comment.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";

/** A comment in the form it is stored in, and whom it names. */
export interface WrittenComment {
  columns: { body: Prisma.InputJsonObject; text: string };
  document: CommentDocument;
  mentioned: string[];
}

/**
 * A comment that was sent as plain text or as a document. It names members there are, closed accounts included, so that
 * an older text can be saved again, and each by the name they have: what a client calls somebody is not believed.
 * Throws COMMENT_EMPTY, COMMENT_TOO_LONG, or COMMENT_INVALID with the place in the document and the reason.
 */
export async function readComment(tx: Db, sent: CommentBody): Promise<WrittenComment> {
  const parsed = parseComment(typeof sent === "string" ? commentFromText(sent) : sent);
  if (!parsed.ok) throw refusalOf(parsed.problem);
  const mentioned = mentionedMembers(parsed.comment);
  const members = await tx.member.findMany({
    where: { id: { in: mentioned } },
    select: { id: true, name: true },
  });
  const names = new Map(members.map(({ id, name }) => [id, name]));
  const unknown = mentioned.filter((id) => !names.has(id));
  if (unknown.length > 0) {
    throw new Refusal("COMMENT_INVALID", { path: "body", reason: "unknown_member", members: unknown });
  }
  const document = withNames(parsed.comment, names);
  return { document, columns: columnsOf(document), mentioned };
}

function refusalOf({ code, path, length }: CommentProblem): Refusal {
  if (code === "empty") return new Refusal("COMMENT_EMPTY");
  if (code === "too_long") return new Refusal("COMMENT_TOO_LONG", { length, limit: MAX_COMMENT_LENGTH });
  return new Refusal("COMMENT_INVALID", { path: ["body", ...path].join("."), reason: code });
}

const withNames = (comment: CommentDocument, names: ReadonlyMap<string, string>): CommentDocument => ({
  type: "doc",
  content: comment.content.map(({ type, content }) => ({
    type,
    content: content.map((part) => {
      const name = part.type === "mention" ? names.get(part.attrs.id) : undefined;
      return part.type === "mention" && name !== undefined
        ? { ...part, attrs: { id: part.attrs.id, label: name } }
        : part;
    }),
  })),
});

/** A comment of plain text alone, which names nobody: what somebody elsewhere wrote. At most as long as one may be. */
export const plainComment = (text: string): WrittenComment["columns"] => columnsOf(commentFromText(text));

const columnsOf = (document: CommentDocument): WrittenComment["columns"] => ({
  // What was parsed from JSON is JSON; an interface has no index signature to say so.
  body: document as unknown as Prisma.InputJsonObject,
  text: commentText(document),
});
