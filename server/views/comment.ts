import type { AnnotationFormat } from "#domain/annotation.ts";
import type { Comment } from "#domain/comment.ts";
import { commentAbilities } from "#domain/rights/abilities.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { CommentDocument } from "#editor/comment-node.ts";
import { mentionedMembers } from "#editor/comment-text.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { memberSummarySelect, memberSummaryView } from "./member.ts";

export const commentInclude = { author: { select: memberSummarySelect } } satisfies Prisma.CommentInclude;

type CommentRow = Prisma.CommentGetPayload<{ include: typeof commentInclude }>;

export function commentView(actor: Actor, row: CommentRow): Comment {
  // Checked against the comment's schema before it was stored.
  const body = row.body as CommentDocument | null;
  const standing = row.deletedAt === null;
  const may = commentAbilities(actor, { memberId: row.authorId });
  return {
    id: row.id,
    threadId: row.threadId,
    author: memberSummaryView(row.author),
    body: body as Comment["body"],
    text: row.text,
    createdAt: row.createdAt.toISOString(),
    editedAt: row.editedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    version: row.version,
    foreign: foreignView(row),
    mentions: body ? mentionedMembers(body) : [],
    // Words of somebody who is not here are nobody's to change.
    abilities: { edit: standing && may.edit && row.broughtAs === null, delete: standing && may.delete },
  };
}

/** Only the import of annotations writes these columns, and it takes no other format. */
const foreignView = ({ broughtAs, foreignAuthor, foreignAt }: CommentRow): Comment["foreign"] =>
  broughtAs === null
    ? null
    : {
        format: broughtAs as AnnotationFormat,
        author: foreignAuthor ?? "",
        writtenAt: foreignAt?.toISOString() ?? null,
      };
