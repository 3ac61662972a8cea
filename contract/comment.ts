import { z } from "zod";
import { claimTargetSchema } from "#domain/claim.ts";
import { commentBodySchema, commentSchema, threadSchema, threadStateSchema } from "#domain/comment.ts";
import { versionSchema } from "#domain/count.ts";
import { idSchema } from "#domain/id.ts";
import { errors } from "./error.ts";
import { pageOf, pageQuerySchema } from "./page.ts";
import { memberCall } from "./procedure.ts";

const tags = ["Discussion"];
const articleId = z.object({ articleId: idSchema });
const threadId = z.object({ threadId: idSchema });
const commentId = z.object({ commentId: idSchema });
const bodyErrors = errors("COMMENT_EMPTY", "COMMENT_TOO_LONG", "COMMENT_INVALID");

/**
 * A new thread, about a claim or about words of the text, and its first comment. Ids are made by the client, so that
 * sending them twice opens one thread.
 */
export const threadDraftSchema = z.object({
  id: idSchema.nullish(),
  commentId: idSchema.nullish(),
  claimId: idSchema.nullish(),
  target: claimTargetSchema.nullish(),
  body: commentBodySchema,
});

const isAboutOne = (draft: Pick<z.output<typeof threadDraftSchema>, "claimId" | "target">): boolean =>
  (draft.claimId ? 1 : 0) + (draft.target ? 1 : 0) === 1;

/** A new comment. `id` is made by the client, so that sending it twice makes one comment. */
export const commentDraftSchema = z.object({ id: idSchema.nullish(), body: commentBodySchema });

export const threadContract = {
  list: memberCall
    .route({
      method: "GET",
      path: "/articles/{articleId}/threads",
      tags,
      summary: "Conversations, the oldest first",
      description: "`claimId` keeps to one claim. A thread whose comments were all deleted is left out.",
    })
    .input(
      articleId
        .extend({ claimId: idSchema.optional(), state: threadStateSchema.default("open") })
        .extend(pageQuerySchema.shape),
    )
    .output(pageOf(threadSchema))
    .errors(errors("NOT_FOUND")),

  get: memberCall
    .route({ method: "GET", path: "/threads/{threadId}", tags, summary: "A conversation" })
    .input(threadId)
    .output(threadSchema)
    .errors(errors("NOT_FOUND")),

  open: memberCall
    .route({
      method: "POST",
      path: "/articles/{articleId}/threads",
      tags,
      successStatus: 201,
      summary: "Begin a conversation about a claim or a passage",
      description:
        "Give `claimId` or `target`, not both. A passage is found again in the stored revision before anything is " +
        "kept. Sending the same `id` again answers the thread that stands. `body` is plain text or a document.",
    })
    .input(
      articleId.extend(threadDraftSchema.shape).refine(isAboutOne, {
        path: ["target"],
        message: "Either claimId or target, not both",
        params: { why: "about_one" },
      }),
    )
    .output(threadSchema)
    .errors(errors("NOT_FOUND", "ID_TAKEN"))
    .errors(
      errors(
        "ANCHOR_NOT_FOUND",
        "ANCHOR_AMBIGUOUS",
        "ANCHOR_CROSSES_BLOCKS",
        "ANCHOR_EMPTY",
        "ANCHOR_TOO_LONG",
      ),
    )
    .errors(bodyErrors),

  reply: memberCall
    .route({
      method: "POST",
      path: "/threads/{threadId}/comments",
      tags,
      successStatus: 201,
      summary: "Answer in a conversation",
      description:
        "Sending the same `id` again answers the thread as it stands. `body` is plain text or a document.",
    })
    .input(threadId.extend(commentDraftSchema.shape))
    .output(threadSchema)
    .errors(errors("NOT_FOUND", "ID_TAKEN"))
    .errors(bodyErrors),

  resolve: memberCall
    .route({ method: "POST", path: "/threads/{threadId}/resolve", tags, summary: "Close a conversation" })
    .input(threadId)
    .output(threadSchema)
    .errors(errors("NOT_FOUND")),

  reopen: memberCall
    .route({ method: "POST", path: "/threads/{threadId}/reopen", tags, summary: "Open a conversation again" })
    .input(threadId)
    .output(threadSchema)
    .errors(errors("NOT_FOUND")),
};

export const commentContract = {
  edit: memberCall
    .route({
      method: "PATCH",
      path: "/comments/{commentId}",
      tags,
      summary: "Change a comment of one's own",
      description: "CONFLICT where it was changed after `version`, on another page of the same person.",
    })
    .input(commentId.extend({ body: commentBodySchema, version: versionSchema }))
    .output(commentSchema)
    .errors(errors("NOT_FOUND"))
    .errors({
      CONFLICT: { status: 409, data: z.object({ current: commentSchema, fields: z.array(z.string()) }) },
    })
    .errors(bodyErrors),

  remove: memberCall
    .route({
      method: "DELETE",
      path: "/comments/{commentId}",
      tags,
      successStatus: 204,
      summary: "Empty a comment of one's own; its place stays",
    })
    .input(commentId)
    .errors(errors("NOT_FOUND")),
};
