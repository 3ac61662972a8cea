import { z } from "zod";
import { blockIdSchema } from "#domain/block.ts";
import { claimTargetSchema } from "#domain/claim.ts";
import { commentBodySchema } from "#domain/comment.ts";
import { dismissalReasonSchema } from "#domain/dismissal.ts";
import { evidenceDetailSchema, evidenceDraftSchema } from "#domain/evidence.ts";
import { idSchema } from "#domain/id.ts";
import { setFieldSchema } from "./field-value.ts";

const claimId = idSchema;
const evidenceId = idSchema;
const version = z.number().int().min(1);
const ofClaim = { claimId };
const ofEvidence = { claimId, evidenceId };
/** A bullet of the revision that was on the page; deeds of before there were revisions name none. */
const ofBullet = { blockId: blockIdSchema, revisionId: idSchema.optional() };
/** A thread on a passage belongs to no claim. */
const ofThread = { threadId: idSchema, claimId: idSchema.nullable() };

/**
 * Everything a person does to an article that the server is told of, as data that outlives the page. Ids of what is
 * made are the client's, so that each deed may arrive any number of times and is done once.
 */
export const deedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("createClaim"), ...ofClaim, target: claimTargetSchema }),
  z.object({ kind: z.literal("deleteClaim"), ...ofClaim }),
  z.object({ kind: z.literal("restoreClaim"), ...ofClaim }),
  z.object({ kind: z.literal("moveClaim"), ...ofClaim, target: claimTargetSchema, version }),
  setFieldSchema,
  z.object({ kind: z.literal("dismissBullet"), ...ofBullet, reason: dismissalReasonSchema }),
  z.object({ kind: z.literal("reopenBullet"), ...ofBullet }),
  z.object({
    kind: z.literal("addEvidence"),
    ...ofEvidence,
    draft: evidenceDraftSchema.omit({ id: true }),
  }),
  z.object({
    kind: z.literal("updateEvidence"),
    ...ofEvidence,
    detail: evidenceDetailSchema,
    version,
  }),
  z.object({ kind: z.literal("removeEvidence"), ...ofEvidence }),
  z.object({ kind: z.literal("restoreEvidence"), ...ofEvidence }),
  z.object({
    kind: z.literal("openThread"),
    ...ofThread,
    commentId: idSchema,
    target: claimTargetSchema.nullable(),
    body: commentBodySchema,
  }),
  z.object({ kind: z.literal("replyToThread"), ...ofThread, commentId: idSchema, body: commentBodySchema }),
  z.object({
    kind: z.literal("editComment"),
    ...ofThread,
    commentId: idSchema,
    body: commentBodySchema,
    version,
  }),
  z.object({ kind: z.literal("removeComment"), ...ofThread, commentId: idSchema }),
  z.object({ kind: z.literal("resolveThread"), ...ofThread }),
  z.object({ kind: z.literal("reopenThread"), ...ofThread }),
]);
export type Deed = z.infer<typeof deedSchema>;
export type DeedKind = Deed["kind"];
export type DeedOf<Kind extends DeedKind> = Extract<Deed, { kind: Kind }>;

/** Deeds about one thing are sent one after another: what follows must not overtake what it builds on. */
export function chainOf(deed: Deed): string {
  if ("blockId" in deed) return bulletSubject(deed);
  if (deed.claimId !== null) return `claim:${deed.claimId}`;
  return "threadId" in deed ? `thread:${deed.threadId}` : "";
}

/**
 * What two deeds are both about when the later one says all that the earlier one said, so that it takes its place
 * while it is unsent; null for deeds that must all be done.
 */
export function subjectOf(deed: Deed): string | null {
  switch (deed.kind) {
    case "setField":
      return fieldSubject(deed.claimId, deed.field);
    case "moveClaim":
      return placeSubject(deed.claimId);
    case "dismissBullet":
    case "reopenBullet":
      return bulletSubject(deed);
    case "updateEvidence":
      return `evidence:${deed.evidenceId}`;
    case "editComment":
      return `comment:${deed.commentId}`;
    case "resolveThread":
    case "reopenThread":
      return `thread:${deed.threadId}`;
    default:
      return null;
  }
}

/** Ids of blocks are given anew in every revision. */
const bulletSubject = ({ blockId, revisionId = "" }: { blockId: string; revisionId?: string | undefined }) =>
  `bullet:${blockId}:${revisionId}`;

export const fieldSubject = (claimId: string, field: string): string => `field:${claimId}:${field}`;
export const placeSubject = (claimId: string): string => `place:${claimId}`;

/** Rating and state of work feel each other's order: settling needs a rating, and rating again unsettles. */
export const isOrderFelt = (deed: Deed): boolean =>
  deed.kind === "setField" && (deed.field === "rating" || deed.field === "workState");

/** What a deed brings into the world. */
export function madeBy(deed: Deed): string[] {
  switch (deed.kind) {
    case "createClaim":
    case "restoreClaim":
      return [`claim:${deed.claimId}`];
    case "addEvidence":
    case "restoreEvidence":
      return [`evidence:${deed.evidenceId}`];
    case "openThread":
      return [`thread:${deed.threadId}`, `comment:${deed.commentId}`];
    case "replyToThread":
      return [`comment:${deed.commentId}`];
    default:
      return [];
  }
}

/** What must be there before a deed can be done. */
export function neededBy(deed: Deed): string[] {
  const needs: string[] = [];
  if ("claimId" in deed && deed.claimId !== null) needs.push(`claim:${deed.claimId}`);
  if ("evidenceId" in deed) needs.push(`evidence:${deed.evidenceId}`);
  if ("threadId" in deed) needs.push(`thread:${deed.threadId}`);
  if (deed.kind === "editComment" || deed.kind === "removeComment") needs.push(`comment:${deed.commentId}`);
  return needs;
}
