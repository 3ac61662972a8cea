import { z } from "zod";
import { idSchema } from "./id.ts";
import { memberSummarySchema } from "./member.ts";
import { nameText } from "./name-text.ts";
import { sourceDraftSchema, sourceSchema } from "./source.ts";

/** What a source does to a claim. `context` neither supports nor refutes: it says how to read the claim. */
export const STANCES = ["supports", "refutes", "context"] as const;
export const stanceSchema = z.enum(STANCES);
export type Stance = z.infer<typeof stanceSchema>;

/** `quote` is the passage of the source, letter for letter; `locator` says where in it (p. 2, 第3段落, 00:12:40). */
export const evidenceDetailSchema = z.object({
  stance: stanceSchema,
  /** A primary source speaks of what it made, did or saw itself; everything else is secondary. */
  primary: z.boolean(),
  quote: z.string().trim().max(4000).nullish(),
  locator: nameText({ max: 200 }).nullish(),
  note: z.string().trim().max(2000).nullish(),
});

/** A new piece of evidence on a source of the library, or on one made on the spot. */
export const evidenceDraftSchema = evidenceDetailSchema.extend({
  id: idSchema.optional(),
  /** A source that was read from the library may be sent back as it is: its id is what counts. */
  source: z.union([z.object({ id: idSchema }), sourceDraftSchema]),
});
export type EvidenceDraft = z.infer<typeof evidenceDraftSchema>;

/** A source used on a claim. `number` is its place in the claim's list, from 1: what a citation shows. */
export const evidenceSchema = z.object({
  id: idSchema,
  claimId: idSchema,
  number: z.number().int().min(1),
  source: sourceSchema,
  stance: stanceSchema,
  primary: z.boolean(),
  quote: z.string().nullable(),
  locator: z.string().nullable(),
  note: z.string().nullable(),
  addedBy: memberSummarySchema,
  addedAt: z.iso.datetime(),
  version: z.number().int().min(1),
});
export type Evidence = z.infer<typeof evidenceSchema>;
