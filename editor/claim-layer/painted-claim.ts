import type { CodePoints } from "#domain/offset.ts";
import type { RatingColour } from "#domain/scale.ts";

/**
 * How a claim is drawn: not yet taken up, in somebody's hands, or settled with a rating of that colour. `discussed`:
 * words that are no claim and that people talk about; to the layer they are as good as one.
 */
export type ClaimLook = "open" | "work" | "discussed" | `settled-${RatingColour}`;

/**
 * What the layer has to know of a claim. `start` and `end` are code points in the revision's linear text and lie in
 * the block. A claim whose anchor needs placing has no place and is not given to the layer.
 */
export interface PaintedClaim {
  id: string;
  blockId: string;
  start: CodePoints;
  end: CodePoints;
  look: ClaimLook;
}

/** Whether two are drawn alike, so that nothing has to be painted again. */
export const looksTheSame = (a: PaintedClaim, b: PaintedClaim): boolean =>
  a.blockId === b.blockId && a.start === b.start && a.end === b.end && a.look === b.look;
