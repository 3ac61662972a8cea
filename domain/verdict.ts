import { z } from "zod";
import { countSchema } from "./count.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";
import { richTextSchema } from "./rich-text.ts";
import { ratingKeySchema, ratingSchema, scaleIdSchema } from "./scale.ts";

/**
 * A verdict's way: its author drafts and submits it, another person approves or returns it. A later verdict on the
 * same claim supersedes an earlier one, which is kept.
 */
export const VERDICT_STATES = ["draft", "submitted", "approved", "returned", "superseded"] as const;
export const verdictStateSchema = z.enum(VERDICT_STATES);

/** One sentence, so short that it can stand under a headline. In UTF-16 units, as a form counts. */
export const MAX_SUMMARY_LENGTH = 400;

/**
 * A finding on a claim.
 * `rating` is null while the author has written and not yet rated.
 */
export const verdictSchema = z.object({
  id: idSchema,
  claimId: idSchema,
  state: verdictStateSchema,
  /** The rating's key in the scale version below. */
  rating: ratingKeySchema.nullable(),
  /** The rating as that scale version words it, so that a reader needs no second look-up. */
  ratingDetail: ratingSchema.nullable(),
  scaleId: scaleIdSchema,
  scaleVersion: z.number().int().min(1),
  summary: z.string(),
  rationale: richTextSchema.nullable(),
  author: memberSummarySchema,
  updatedAt: z.iso.datetime(),
  version: z.number().int().min(1),
});
export type Verdict = z.infer<typeof verdictSchema>;

/**
 * What is sent to set a verdict. A field that is absent stays as it is. `rationale` is Markdown or a document.
 * `version` is the verdict version the writer saw; where it is given and another person has changed one of the same
 * fields since, the answer is CONFLICT with the current claim. Different fields never conflict.
 */
export const verdictDraftSchema = z.object({
  rating: ratingKeySchema.nullish(),
  summary: z.string().trim().max(MAX_SUMMARY_LENGTH).optional(),
  rationale: z.union([z.string().max(50_000), richTextSchema]).nullish(),
  version: countSchema.optional(),
});
export type VerdictDraft = z.infer<typeof verdictDraftSchema>;
