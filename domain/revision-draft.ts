import { z } from "zod";
import { anchorRangeSchema } from "./anchor.ts";
import { importNoteSchema } from "./article-import.ts";
import { claimSummarySchema, claimTargetSchema } from "./claim.ts";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";
import { blockSchema, dropReasonSchema, provenanceSchema, sha256Schema } from "./revision.ts";

/**
 * What a new version does to a claim, as far as it can be told without a person.
 * - `exact`: the same words stand at the same place of the text.
 * - `moved`: the same words stand elsewhere.
 * - `changed`: the passage stands with other words; `after` proposes it, and a person must say so.
 * - `needsPlacing`: it can't be told where it is.
 * - `gone`: nothing like it is left.
 */
export const DRAFT_OUTCOMES = ["exact", "moved", "changed", "needsPlacing", "gone"] as const;
export const draftOutcomeSchema = z.enum(DRAFT_OUTCOMES);
export type DraftOutcome = z.infer<typeof draftOutcomeSchema>;

/**
 * Why words count as the same passage that moved: they are only set otherwise (width, punctuation, white space), they
 * stand nowhere else, or what stands around them tells them from their like.
 */
export const MOVE_EVIDENCES = ["respelled", "only_place", "surroundings"] as const;
export const moveEvidenceSchema = z.enum(MOVE_EVIDENCES);
export type MoveEvidence = z.infer<typeof moveEvidenceSchema>;

const textPart = z.object({ start: z.number().int().min(0), end: z.number().int().min(0) });

/**
 * Words of the base (`before`, code points of its text) and what stands in their place in the draft (`after`, of its own).
 * Empty where words were only put in or only taken out.
 */
export const wordDifferenceSchema = z.object({ before: textPart, after: textPart });
export type WordDifference = z.infer<typeof wordDifferenceSchema>;

/** A place where a claim might stand in the new version. `score`: how alike, from 0 to 1. */
export const placeCandidateSchema = anchorRangeSchema.extend({ score: z.number().min(0).max(1) });
export type PlaceCandidate = z.infer<typeof placeCandidateSchema>;

/** What a person decides about a claim in a draft: where it stands in the draft's text, or why it is dropped. */
export const draftDecisionInputSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("placed"), target: claimTargetSchema }),
  z.object({ kind: z.literal("dropped"), reason: dropReasonSchema }),
]);
export type DraftDecisionInput = z.infer<typeof draftDecisionInputSchema>;

/** What was decided. Of a place, `isChanged`: other words stand there than those the claim stands on now. */
export const draftDecisionSchema = z.discriminatedUnion("kind", [
  anchorRangeSchema.extend({ kind: z.literal("placed"), isChanged: z.boolean() }),
  z.object({ kind: z.literal("dropped"), reason: dropReasonSchema }),
]);
export type DraftDecision = z.infer<typeof draftDecisionSchema>;

/** One claim in a migration report. */
export const draftEntrySchema = z.object({
  claim: claimSummarySchema,
  outcome: draftOutcomeSchema,
  /** Where it stands in the base revision; null where it has no place there. */
  before: anchorRangeSchema.nullable(),
  /** The proposed place in the draft: where it will stand (`exact`, `moved`), or the likeliest one (`changed`). */
  after: anchorRangeSchema.nullable(),
  /** Of `moved`: how that is known. */
  why: moveEvidenceSchema.nullable(),
  /** The likeliest places first; empty where it is placed without asking. */
  candidates: z.array(placeCandidateSchema),
  /** Of `changed`: which words of `before` are others in `after`, in reading order. */
  differences: z.array(wordDifferenceSchema),
  decision: draftDecisionSchema.nullable(),
  decidedBy: memberSummarySchema.nullable(),
  decidedAt: z.iso.datetime().nullable(),
});
export type DraftEntry = z.infer<typeof draftEntrySchema>;

/**
 * A version of an article that is not saved yet: one an article, for everybody in it. Its report is made when it is read,
 * so that it speaks of the claims as they are now. Offsets are code points of `text`, or of the base revision's.
 */
export const revisionDraftSchema = provenanceSchema.extend({
  id: idSchema,
  articleId: idSchema,
  /** The revision it is compared with: the newest one. */
  base: z.object({ id: idSchema, number: z.number().int().min(1) }),
  sha256: sha256Schema,
  text: z.string(),
  blocks: z.array(blockSchema),
  /** What of the text could not be brought. */
  notes: z.array(importNoteSchema),
  createdBy: memberSummarySchema,
  createdAt: z.iso.datetime(),
  /** Every claim that stands, in the order of the base revision. */
  entries: z.array(draftEntrySchema),
});
export type RevisionDraft = z.infer<typeof revisionDraftSchema>;
