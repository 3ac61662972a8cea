import { z } from "zod";
import { blockIdSchema } from "./block.ts";
import { dismissalReasonSchema } from "./dismissal.ts";
import { idSchema } from "./id.ts";
import { machineReadSchema } from "./machine-reading.ts";
import { memberSummarySchema } from "./member.ts";
import { nameText } from "./name-text.ts";
import { givenDateSchema, partialDateSchema } from "./partial-date.ts";
import { revisionSchema } from "./revision.ts";
import { scaleIdSchema } from "./scale.ts";
import { webAddressSchema } from "./source.ts";

/** BCP 47, as far as an article needs it: a language and perhaps a script or region. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);

/** The parts of an article that a person writes; `title` is what lists and reports print. */
export const articleFieldsSchema = z.object({
  title: nameText({ min: 1, max: 300 }),
  language: languageSchema,
  byline: nameText({ max: 200 }),
  publisher: nameText({ max: 200 }),
  url: webAddressSchema.nullable(),
  publishedAt: givenDateSchema.nullable(),
});
export type ArticleFields = z.infer<typeof articleFieldsSchema>;

/** Those of them that may be older than the rules for what is written today. */
export const readArticleFieldsShape = {
  title: z.string(),
  byline: z.string(),
  publisher: z.string(),
  url: z.string().nullable(),
  publishedAt: partialDateSchema.nullable(),
};

/** Bullets that need a finding, and how many have a claim or were dismissed with a reason. */
export const coverageSchema = z.object({
  bullets: z.number().int().min(0),
  claimed: z.number().int().min(0),
  dismissed: z.number().int().min(0),
});
export type Coverage = z.infer<typeof coverageSchema>;

/** How many claims there are, and how many are settled. */
export const progressSchema = z.object({
  claims: z.number().int().min(0),
  settled: z.number().int().min(0),
});
export type Progress = z.infer<typeof progressSchema>;

/** What the member asking may do with an article. `discuss`: begin conversations about it and its claims. */
export const articleAbilitiesSchema = z.object({
  update: z.boolean(),
  annotate: z.boolean(),
  discuss: z.boolean(),
});
export type ArticleAbilities = z.infer<typeof articleAbilitiesSchema>;

/** A bullet that needs no claim, and why. */
export const dismissalSchema = z.object({
  blockId: blockIdSchema,
  reason: dismissalReasonSchema,
  by: memberSummarySchema,
  at: z.iso.datetime(),
});
export type Dismissal = z.infer<typeof dismissalSchema>;

/** A new version that somebody brought in and nobody has saved yet, as far as others are told of it. */
export const waitingDraftSchema = z.object({
  id: idSchema,
  createdBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
});
export type WaitingDraft = z.infer<typeof waitingDraftSchema>;

/** An article as it stands in a list. */
export const articleSummarySchema = articleFieldsSchema.extend({
  id: idSchema,
  ...readArticleFieldsShape,
  scale: z.object({ id: scaleIdSchema, version: z.number().int().min(1) }),
  progress: progressSchema,
  coverage: coverageSchema,
  /** Null where no new version waits to be saved. */
  draft: waitingDraftSchema.nullable(),
  /** Conversations that are not resolved, those on claims and those on passages. */
  openThreads: z.number().int().min(0),
  createdBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.number().int().min(1),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

/** A text under check, with its newest revision. */
export const articleSchema = articleSummarySchema.extend({
  /** The last event's number when this was read: from where a page follows what happens next. */
  seq: z.number().int().min(0),
  revision: revisionSchema,
  /** What is said of `revision` where a machine read it from pictures; null of any other. */
  machineRead: machineReadSchema.nullable(),
  dismissals: z.array(dismissalSchema),
  abilities: articleAbilitiesSchema,
});
export type Article = z.infer<typeof articleSchema>;
