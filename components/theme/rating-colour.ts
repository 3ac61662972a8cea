import type { RatingColour } from "#domain/scale.ts";

/** The CSS value that draws a rating's colour in the scheme that is on. Shape and label stand beside it, always. */
export const RATING_COLOUR_VALUE = {
  true: "var(--rating-true)",
  mostly_true: "var(--rating-mostly-true)",
  misleading: "var(--rating-misleading)",
  inaccurate: "var(--rating-inaccurate)",
  unsupported: "var(--rating-unsupported)",
  false: "var(--rating-false)",
  fabricated: "var(--rating-fabricated)",
  withheld: "var(--rating-withheld)",
  out_of_scope: "var(--rating-out-of-scope)",
} as const satisfies Record<RatingColour, string>;
