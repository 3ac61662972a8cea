import { z } from "zod";
import { anchorSchema, offsetSchema } from "./anchor.ts";
import { BLOCK_KINDS, type Block, blockDetailsSchema, blockIdSchema } from "./block.ts";
import { captureSummarySchema } from "./capture.ts";
import { claimSummarySchema } from "./claim.ts";
import { idSchema } from "./id.ts";
import { editCountsSchema } from "./import-edit.ts";
import { machineReadSchema } from "./machine-reading.ts";
import { memberSummarySchema } from "./member.ts";

/** A block as it leaves the server: offsets are code points in the revision's `text`, end exclusive. */
export const blockSchema = z.object({
  id: blockIdSchema,
  kind: z.enum(BLOCK_KINDS),
  level: z.number().int().min(1).max(6).nullable(),
  text: z.string(),
  details: blockDetailsSchema.optional(),
  start: offsetSchema,
  end: offsetSchema,
}) satisfies z.ZodType<Block>;

export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** One immutable version of an article's text. `text` is the block texts joined by one line feed. */
export const revisionSchema = z.object({
  id: idSchema,
  number: z.number().int().min(1),
  sha256: sha256Schema,
  text: z.string(),
  blocks: z.array(blockSchema),
});
export type Revision = z.infer<typeof revisionSchema>;

/** How a text came to us: pasted, from a file, or fetched from an address. */
export const REVISION_ORIGINS = ["pasted", "file", "url"] as const;
export const revisionOriginSchema = z.enum(REVISION_ORIGINS);

/** Where a text came from. `fileName`: of a file; `capture`: what was fetched; null otherwise. */
export const provenanceSchema = z.object({
  /** What the importer was given: `text`, `markdown`, `html`, … */
  format: z.string(),
  origin: revisionOriginSchema,
  fileName: z.string().nullable(),
  capture: captureSummarySchema.nullable(),
  /** What was changed by hand before it was saved, by whoever brought it in; null where nothing was. */
  editedByHand: editCountsSchema.nullable(),
  /** What is said of a text that a machine read from pictures; null of any other. */
  machineRead: machineReadSchema.nullable(),
});
export type Provenance = z.infer<typeof provenanceSchema>;

/** Why a claim has no place in a later revision: its words are gone, they say something else, or nobody needs it. */
export const DROP_REASONS = ["removed", "rewritten", "not_needed"] as const;
export const dropReasonSchema = z.enum(DROP_REASONS);
export type DropReason = z.infer<typeof dropReasonSchema>;

/** What saving a revision did to the claims there were, in numbers. */
export const outcomeCountsSchema = z.object({
  exact: z.number().int().min(0),
  moved: z.number().int().min(0),
  changed: z.number().int().min(0),
  needsPlacing: z.number().int().min(0),
  dropped: z.number().int().min(0),
});
export type OutcomeCounts = z.infer<typeof outcomeCountsSchema>;

/** A revision as it stands in a history. `characters` counts code points. */
export const revisionSummarySchema = provenanceSchema.extend({
  id: idSchema,
  number: z.number().int().min(1),
  sha256: sha256Schema,
  characters: z.number().int().min(1),
  createdBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
  /** What became of the claims when it was saved; null for the first one. */
  outcomes: outcomeCountsSchema.nullable(),
});
export type RevisionSummary = z.infer<typeof revisionSummarySchema>;

/** Where a claim stood in some revision, or why it had no place there. */
export const pastAnchorSchema = z.discriminatedUnion("state", [
  ...anchorSchema.options,
  z.object({
    ...anchorSchema.options[2].shape,
    state: z.literal("dropped"),
    reason: dropReasonSchema,
  }),
]);
export type PastAnchor = z.infer<typeof pastAnchorSchema>;

/**
 * A claim in some revision: its place is the one of then, and `number` its place among that revision's claims. All else is
 * as it stands now. `isCurrent`: false where a later revision dropped it.
 */
export const revisionClaimSchema = claimSummarySchema
  .omit({ anchor: true, abilities: true })
  .extend({ anchor: pastAnchorSchema, isCurrent: z.boolean() });
export type RevisionClaim = z.infer<typeof revisionClaimSchema>;

/** Any revision of an article to read, with its claims as they stood in it: in text order, those without a place last. */
export const pastRevisionSchema = revisionSchema.extend({
  articleId: idSchema,
  summary: revisionSummarySchema,
  claims: z.array(revisionClaimSchema),
});
export type PastRevision = z.infer<typeof pastRevisionSchema>;
