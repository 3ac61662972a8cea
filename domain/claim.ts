import { z } from "zod";
import { anchorSchema, offsetSchema } from "./anchor.ts";
import { blockIdSchema } from "./block.ts";
import { evidenceSchema } from "./evidence.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";
import { nameText } from "./name-text.ts";
import { givenDateSchema, partialDateSchema } from "./partial-date.ts";
import { verdictSchema } from "./verdict.ts";

/** What can be wrong in a statement. A claim may have several kinds. */
export const CLAIM_KINDS = [
  "number",
  "date",
  "name",
  "quote",
  "event",
  "cause",
  "comparison",
  "other",
] as const;
export const claimKindSchema = z.enum(CLAIM_KINDS);
export type ClaimKind = z.infer<typeof claimKindSchema>;

/** Kinds in one order and each once, so that two ways of saying the same are no change. */
export const orderedKinds = (kinds: readonly ClaimKind[]): ClaimKind[] =>
  CLAIM_KINDS.filter((kind) => kinds.includes(kind));

/** How much harm an error would do. `normal` unless someone says otherwise. */
export const PRIORITIES = ["high", "normal", "low"] as const;
export const prioritySchema = z.enum(PRIORITIES);
export type Priority = z.infer<typeof prioritySchema>;

/**
 * How far the work on a claim has come. It says nothing about truth: that is the verdict's.
 * `settled` needs a verdict with a rating and a summary; changing the verdict of a settled claim takes it back to
 * `checking`, because what was settled is not what stands there now.
 */
export const WORK_STATES = ["to_check", "checking", "waiting", "settled"] as const;
export const workStateSchema = z.enum(WORK_STATES);
export type WorkState = z.infer<typeof workStateSchema>;

/** The parts of a claim that a person writes. Each may be changed by itself; two people on two of them never conflict. */
export const claimFieldsSchema = z.object({
  /** The statement in words that stand without the article around them. Empty: the quote speaks for itself. */
  statement: z.string().trim().max(1000),
  /** Who says it; empty where it is the article's own voice. */
  claimant: nameText({ max: 200 }),
  saidOn: givenDateSchema.nullable(),
  saidWhere: nameText({ max: 300 }),
  kinds: z.array(claimKindSchema).max(CLAIM_KINDS.length),
  priority: prioritySchema,
  assigneeId: idSchema.nullable(),
  workState: workStateSchema,
});

/** Far more around a quote than tells two places apart; comparing it with every place takes time. In UTF-16 units. */
const MAX_CONTEXT = 1000;
/** More than any quote that could be refused as too long for a claim, so that it can be told how long it is. In UTF-16 units. */
const MAX_SENT_QUOTE = 20_000;

/**
 * Where a new claim stands: a whole block, or a quote with as much around it as is needed to find it.
 * Offsets are code points in the revision's linear text; with them the quote is checked first at that very place.
 * `revisionId`: the revision that was looked at, absent for the newest. Where there is a newer one by then, the place is
 * carried to it, and refused where it can't be told.
 */
export const claimTargetSchema = z.union([
  z.object({ blockId: blockIdSchema, revisionId: idSchema.optional() }).strict(),
  z
    .object({
      exact: z.string().min(1).max(MAX_SENT_QUOTE),
      prefix: z.string().max(MAX_CONTEXT).optional(),
      suffix: z.string().max(MAX_CONTEXT).optional(),
      start: offsetSchema.optional(),
      end: offsetSchema.optional(),
      revisionId: idSchema.optional(),
    })
    .strict(),
]);
export type ClaimTarget = z.infer<typeof claimTargetSchema>;

/** What a finding lost when the words it speaks of changed. */
export const STALE_LOSSES = ["approved", "submitted", "settled"] as const;
export const staleLossSchema = z.enum(STALE_LOSSES);

/**
 * A finding whose words changed in a later revision: it speaks of `was`. Cleared by whoever says that it still holds, or
 * settles the claim again. `lost`: the highest standing it had before; null where it had none.
 */
export const staleSchema = z.object({
  since: z.iso.datetime(),
  /** The revision that changed the words. */
  revision: z.object({ id: idSchema, number: z.number().int().min(1) }),
  was: z.string().min(1),
  lost: staleLossSchema.nullable(),
});
export type Stale = z.infer<typeof staleSchema>;

/** What the member asking may do with a claim. The interface asks this and never a role. */
export const claimAbilitiesSchema = z.object({
  update: z.boolean(),
  delete: z.boolean(),
  settle: z.boolean(),
});
export type ClaimAbilities = z.infer<typeof claimAbilitiesSchema>;

/**
 * A claim as it stands in lists and in the reader. `number` is its place in the article, from 1: claims with a place in
 * text order, then those without in the order in which they were marked.
 */
export const claimSummarySchema = claimFieldsSchema.omit({ assigneeId: true }).extend({
  id: idSchema,
  articleId: idSchema,
  number: z.number().int().min(1),
  anchor: anchorSchema,
  stale: staleSchema.nullable(),
  /** Kept before the rules for what is written today, perhaps. */
  claimant: z.string(),
  saidWhere: z.string(),
  saidOn: partialDateSchema.nullable(),
  assignee: memberSummarySchema.nullable(),
  verdict: verdictSchema.omit({ rationale: true }).nullable(),
  evidenceCount: z.number().int().min(0),
  /** Conversations about it that are not resolved. */
  openThreads: z.number().int().min(0),
  createdBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  /** Counts every change to the claim's own fields and its anchor; sent back with a PATCH. */
  version: z.number().int().min(1),
  abilities: claimAbilitiesSchema,
});
export type ClaimSummary = z.infer<typeof claimSummarySchema>;

/** A claim with everything that was found about it. */
export const claimSchema = claimSummarySchema.extend({
  verdict: verdictSchema.nullable(),
  evidence: z.array(evidenceSchema),
});
export type Claim = z.infer<typeof claimSchema>;

/** True where a claim counts as settled work in totals, meters and "settled only" exports. */
export const isSettled = (claim: Pick<ClaimSummary, "workState">): boolean => claim.workState === "settled";
