import { z } from "zod";
import { MAX_COMMENT_LENGTH } from "#domain/comment.ts";
import { idSchema } from "#domain/id.ts";
import { codePointLength } from "#domain/offset.ts";
import type { CommentDocument, CommentInline } from "./comment-node.ts";
import { commentText, isEmptyComment } from "./comment-text.ts";
import { type ContentProblem, hardBreakSchema, oneLine, problemOf, textSchema } from "./parse-inline.ts";

/** How many paragraphs and parts of one there may be: room for every real comment, none for one made to exhaust us. */
const MAX_NODES = 2_000;

export interface CommentProblem {
  code: "empty" | "too_long" | ContentProblem["code"];
  /** Where in the document, from its root; empty for the whole. */
  path: (string | number)[];
  /** Its length in code points, where that is the problem; else 0. */
  length: number;
}

export type ParsedComment = { ok: true; comment: CommentDocument } | { ok: false; problem: CommentProblem };

const inline: z.ZodType<CommentInline> = z.discriminatedUnion("type", [
  textSchema,
  hardBreakSchema,
  z.object({
    type: z.literal("mention"),
    attrs: z.object({ id: idSchema, label: z.string().min(1).max(200).transform(oneLine) }),
  }),
]);

const paragraph = z.object({
  type: z.literal("paragraph"),
  content: z.array(inline).max(MAX_NODES).default([]),
});

const comment = z.object({ type: z.literal("doc"), content: z.array(paragraph).min(1).max(MAX_NODES) });

/**
 * Checks that unknown JSON is a comment with words in it and answers it in its one canonical form: nothing the schema
 * does not know is left in it. Refuses, with a code and a path, what must not stand in one. Never throws.
 */
export function parseComment(json: unknown): ParsedComment {
  const parsed = comment.safeParse(json);
  if (!parsed.success) {
    const { code, path } = problemOf(parsed.error);
    return refuse(code, path);
  }
  if (isEmptyComment(parsed.data)) return refuse("empty");
  const length = codePointLength(commentText(parsed.data));
  if (length > MAX_COMMENT_LENGTH) return refuse("too_long", [], length);
  return { ok: true, comment: parsed.data };
}

const refuse = (
  code: CommentProblem["code"],
  path: CommentProblem["path"] = [],
  length = 0,
): ParsedComment => ({
  ok: false,
  problem: { code, path, length },
});
