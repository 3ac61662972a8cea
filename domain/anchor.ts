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

/** How much text is kept before and after a quote: W3C leaves it open, 32 code points is what peers agree on. */
export const CONTEXT_LENGTH: CodePoints = codePoints(32);

/** Words, and up to 32 code points of what surrounds them in the linear text, cut on grapheme boundaries. */
const quoteShape = { exact: z.string().min(1), prefix: z.string(), suffix: z.string() };

/**
 * Words of a revision and where they stand. `start` (inclusive) and `end` (exclusive) are code points in the revision's
 * linear text; `exact` is that slice. `prefix` and `suffix` are empty at the text's ends. `blockId` is the block `start`
 * stands in.
 */
export const anchorRangeSchema = z.object({
  blockId: blockIdSchema,
  start: offsetSchema,
  end: offsetSchema,
  ...quoteShape,
});
export type AnchorRange = z.infer<typeof anchorRangeSchema>;

const placed = anchorRangeSchema.extend({ revisionId: idSchema });

/**
 * Where a claim stands in one revision, and how sure that is.
 * - `exact`: the quote is at `start` to `end`, letter for letter.
 * - `moved`: the same words, elsewhere in a later revision, proven by their surroundings or by a person.
 * - `changed`: the same passage with other words than in the revision before, which are `was`; as a person said.
 * - `needs_placing`: a person must say where it stands; the words are the last ones it stood on. Never painted, never
 *   exported as a position.
 */
export const anchorSchema = z.discriminatedUnion("state", [
  placed.extend({ state: z.enum(["exact", "moved"]) }),
  placed.extend({ state: z.literal("changed"), was: z.string().min(1) }),
  z.object({
    revisionId: idSchema,
    blockId: z.null(),
    start: z.null(),
    end: z.null(),
    ...quoteShape,
    state: z.literal("needs_placing"),
  }),
]);
export type Anchor = z.infer<typeof anchorSchema>;
export type PlacedAnchor = Exclude<Anchor, { state: "needs_placing" }>;

/** True where the claim stands in the text, so that it can be painted, gone to and exported as a position. */
export const isPlaced = (anchor: Anchor): anchor is PlacedAnchor => anchor.state !== "needs_placing";

/** Those that have a place, in their order. */
export const placedOf = <Thing extends { anchor: Anchor }>(
  things: readonly Thing[],
): (Thing & { anchor: PlacedAnchor })[] =>
  things.filter((thing): thing is Thing & { anchor: PlacedAnchor } => isPlaced(thing.anchor));

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
