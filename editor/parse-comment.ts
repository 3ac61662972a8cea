import { z } from "zod";
import { MAX_COMMENT_LENGTH } from "#domain/comment.ts";
import { idSchema } from "#domain/id.ts";
import { codePointLength } from "#domain/offset.ts";
import { isAllowedHref } from "./allowed-href.ts";
import type { CommentDocument, CommentInline, CommentMark } from "./comment-node.ts";
import { commentText, isEmptyComment } from "./comment-text.ts";
import { storableText } from "./storable-text.ts";

/** How many paragraphs and parts of one there may be: room for every real comment, none for one made to exhaust us. */
const MAX_NODES = 2_000;

export interface CommentProblem {
  /** `unknown_content`: a node, mark or nesting the schema does not have. `link_refused`: see `isAllowedHref`. */
  code: "empty" | "too_long" | "unknown_content" | "link_refused";
  /** Where in the document, from its root; empty for the whole. */
  path: (string | number)[];
  /** Its length in code points, where that is the problem; else 0. */
  length: number;
}

export type ParsedComment = { ok: true; comment: CommentDocument } | { ok: false; problem: CommentProblem };

const mark: z.ZodType<CommentMark> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("bold") }),
  z.object({ type: z.literal("italic") }),
  z.object({
    type: z.literal("link"),
    attrs: z.object({ href: z.string().refine(isAllowedHref, { params: { code: "link_refused" } }) }),
  }),
]);

const marks = z
  .array(mark)
  .max(3)
  .refine((all) => new Set(all.map(({ type }) => type)).size === all.length)
  .default([]);

/** Line breaks inside a text node mean nothing in this schema; `hardBreak` does. */
const oneLine = (text: string): string => storableText(text.replace(/[\r\n]+/g, " "));

const inline: z.ZodType<CommentInline> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text"), text: z.string().min(1).transform(oneLine), marks }),
  z.object({ type: z.literal("hardBreak") }),
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
    const issue = parsed.error.issues[0];
    const isLink = issue?.code === "custom" && issue.params?.code === "link_refused";
    const path = (issue?.path ?? []).filter((key) => typeof key !== "symbol");
    return refuse(isLink ? "link_refused" : "unknown_content", path);
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
