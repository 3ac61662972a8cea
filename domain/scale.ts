import { z } from "zod";
import { localizedSchema } from "./localized.ts";

/**
 * The colours a rating may have. They are names, not values: the interface and each export format draw them in their
 * own way (light, dark, print), each with a shape beside it, because colour alone tells nothing to many readers.
 */
export const RATING_COLOURS = [
  "true",
  "mostly_true",
  "misleading",
  "inaccurate",
  "unsupported",
  "false",
  "fabricated",
  "withheld",
  "out_of_scope",
] as const;
export const ratingColourSchema = z.enum(RATING_COLOURS);
export type RatingColour = z.infer<typeof ratingColourSchema>;

/** A rating's key is unique in its scale version and never reused for another meaning. */
export const ratingKeySchema = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/);

/**
 * One step of a scale. `value` is the number ClaimReview wants: 1 (false) to 5 (true), or null where the rating says
 * nothing about truth (unsupported, withheld, out of scope).
 */
export const ratingSchema = z.object({
  key: ratingKeySchema,
  label: localizedSchema,
  definition: localizedSchema,
  value: z.number().int().min(1).max(5).nullable(),
  colour: ratingColourSchema,
  /** A retired rating stays readable on old verdicts and can't be chosen for new ones. */
  retired: z.boolean(),
});
export type Rating = z.infer<typeof ratingSchema>;

export const scaleIdSchema = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/);

/** One version of a rating scale. A verdict keeps the scale and the version it was given under. */
export const scaleSchema = z.object({
  id: scaleIdSchema,
  version: z.number().int().min(1),
  name: localizedSchema,
  /** Whose scale it is, printed in the methodology of a report; null for the desk's own. */
  publisher: z.string().nullable(),
  url: z.url().nullable(),
  retired: z.boolean(),
  ratings: z.array(ratingSchema).min(2),
});
export type Scale = z.infer<typeof scaleSchema>;

/** ClaimReview's bounds for every scale here: Google's documented 1 (worst) to 5 (best). */
export const RATING_VALUE_RANGE = { worst: 1, best: 5 } as const;

/** The scale a new article gets when nobody chooses. */
export const DEFAULT_SCALE_ID = "fij";

/** The rating with `key`, retired ones included, or null. */
export function ratingOf(scale: Scale, key: string): Rating | null {
  return scale.ratings.find((rating) => rating.key === key) ?? null;
}
