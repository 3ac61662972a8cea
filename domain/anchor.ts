import { z } from "zod";
import { blockIdSchema } from "./block.ts";
import { idSchema } from "./id.ts";
import { type CodePoints, codePoints } from "./offset.ts";

/** An offset in a revision's linear text, in code points. */
export const offsetSchema = z
  .number()
  .int()
  .min(0)
  .transform((value): CodePoints => codePoints(value));

/**
 * How sure we are that an anchor stands on the words it quotes.
 * - `exact`: the quote is at `start` to `end`, letter for letter.
 * - `moved`: the same words, elsewhere in a later revision, proven by their surroundings.
 * - `needs placing`: a person must say where it stands. Never painted, never exported as a position.
 */
export const ANCHOR_STATES = ["exact", "moved", "needs_placing"] as const;
export const anchorStateSchema = z.enum(ANCHOR_STATES);

/** How much text is kept before and after a quote: W3C leaves it open, 32 code points is what peers agree on. */
export const CONTEXT_LENGTH: CodePoints = codePoints(32);

/**
 * Where a claim stands in one revision. `start` (inclusive) and `end` (exclusive) are code points in the revision's
 * linear text; `exact` is that slice; `prefix` and `suffix` are up to 32 code points of what surrounds it in the
 * linear text, cut on grapheme boundaries (empty at the text's ends). `blockId` is the block `start` stands in.
 */
export const anchorSchema = z.object({
  revisionId: idSchema,
  blockId: blockIdSchema,
  start: offsetSchema,
  end: offsetSchema,
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
  state: anchorStateSchema,
});
export type Anchor = z.infer<typeof anchorSchema>;

/** An anchor's words and place, without the revision it belongs to. */
export type AnchorRange = Pick<Anchor, "blockId" | "start" | "end" | "exact" | "prefix" | "suffix">;

/** The longest quote one claim may have, in code points: a claim is a statement, not a chapter. */
export const MAX_QUOTE_LENGTH: CodePoints = codePoints(4000);

/** A place where an ambiguous quote stands, shown so that a person can choose. Offsets are code points. */
export const candidateSchema = z.object({
  blockId: blockIdSchema,
  start: offsetSchema,
  end: offsetSchema,
  prefix: z.string(),
  suffix: z.string(),
});
