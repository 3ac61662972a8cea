import { z } from "zod";
import { anchorRangeSchema } from "./anchor.ts";
import { annotationFormatSchema } from "./annotation.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";
import { codePoints } from "./offset.ts";
import { richTextSchema } from "./rich-text.ts";

/** The longest comment, in code points of its text. */
export const MAX_COMMENT_LENGTH = codePoints(5_000);

/**
 * What is written in a comment: plain text (an empty line ends a paragraph, a line break is one), or a document in the
 * comment schema of `editor/`. Far more is taken here than may stand in one, so that the refusal can say how long it is.
 */
export const commentBodySchema = z.union([z.string().max(50_000), richTextSchema]);
export type CommentBody = z.infer<typeof commentBodySchema>;

/** What the member asking may do with a comment: both are its author's. */
export const commentAbilitiesSchema = z.object({ edit: z.boolean(), delete: z.boolean() });
export type CommentAbilities = z.infer<typeof commentAbilitiesSchema>;

/** One contribution to a thread. A deleted one keeps its place, author and dates, and has no words any more. */
export const commentSchema = z.object({
  id: idSchema,
  threadId: idSchema,
  author: memberSummarySchema,
  /** A document in the comment schema; null once deleted. */
  body: richTextSchema.nullable(),
  /** The same as plain text, mentions as `@name`; empty once deleted. */
  text: z.string(),
  createdAt: z.iso.datetime(),
  editedAt: z.iso.datetime().nullable(),
  deletedAt: z.iso.datetime().nullable(),
  version: z.number().int().min(1),
  /** The members mentioned, each once, in the order of their first mention. */
  mentions: z.array(idSchema),
  /**
   * Of words that came in with an annotation made elsewhere: what it came in as, who wrote it there as a text (empty where
   * that is not known), and when. `author` is who brought it then. Null for what was written here.
   */
  foreign: z
    .object({
      format: annotationFormatSchema,
      author: z.string(),
      writtenAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  abilities: commentAbilitiesSchema,
});
export type Comment = z.infer<typeof commentSchema>;

/** What the member asking may do with a thread. `resolve` is also for opening it again. */
export const threadAbilitiesSchema = z.object({ reply: z.boolean(), resolve: z.boolean() });
export type ThreadAbilities = z.infer<typeof threadAbilitiesSchema>;

/**
 * The passage a thread is about: words of a revision, with their place in code points, end exclusive. It goes along to a
 * new revision that has the same words; where it could not, it stays at the revision it was opened on.
 */
export const threadAnchorSchema = anchorRangeSchema.extend({ revisionId: idSchema });
export type ThreadAnchor = z.infer<typeof threadAnchorSchema>;

/** A conversation about a claim (`claimId`) or about a passage that is none (`anchor`): exactly one of the two. */
export const threadSchema = z.object({
  id: idSchema,
  articleId: idSchema,
  claimId: idSchema.nullable(),
  anchor: threadAnchorSchema.nullable(),
  /** In the order they were written, deleted ones included; the first one opened the thread. */
  comments: z.array(commentSchema),
  resolved: z.object({ by: memberSummarySchema, at: z.iso.datetime() }).nullable(),
  createdBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
  abilities: threadAbilitiesSchema,
});
export type Thread = z.infer<typeof threadSchema>;

/** Which threads to list. */
export const THREAD_STATES = ["open", "resolved", "all"] as const;
export const threadStateSchema = z.enum(THREAD_STATES);
export type ThreadState = z.infer<typeof threadStateSchema>;
