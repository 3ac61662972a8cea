import type { AnchorRange } from "#domain/anchor.ts";
import { resolve, type Selector } from "#domain/anchoring/resolve.ts";
import type { Resolution } from "#domain/anchoring/resolve-quote.ts";
import { type CarriedClaim, carriedClaims, soughtClaim } from "#domain/carried-claims.ts";
import { type PlacedAnnotations, placeAnnotations } from "#formats/annotations/place-annotations.ts";
import { type PackedText, unpacked } from "./packed-text.ts";

/*
 * What the threads for parsing can do, by the names of their tasks. Pure: nothing here sees the database.
 */

export { parsedRationale as rationale } from "#editor/rationale-from-markdown.ts";
export { readArticle as read } from "#formats/importers/registry.ts";
export { parseBody as body } from "#server/api/parsed-body.ts";
export {
  measuredUpdate as update,
  mergedProse as prose,
  rewrittenProse as rewriting,
} from "#server/prose/merge.ts";
export { writtenReport as report } from "#server/report/write.ts";

/** A file of annotations, and the text in which their places are looked for. */
export interface AnnotationsJob {
  content: Uint8Array | string;
  text: PackedText;
}

export const annotations = ({ content, text }: AnnotationsJob): PlacedAnnotations =>
  placeAnnotations({ content, revision: unpacked(text) });

export interface PassageJob {
  text: PackedText;
  selector: Selector;
}

export const passage = ({ text, selector }: PassageJob): Resolution =>
  resolve(unpacked(text).blocks, selector);

/** Passages of one text that are looked for in a later one: those with a place in the first, and those without. */
export interface CarryJob {
  before: PackedText;
  after: PackedText;
  ranges: readonly AnchorRange[];
  sought: readonly Pick<AnchorRange, "exact" | "prefix" | "suffix">[];
}

export interface CarriedPassages {
  carried: CarriedClaim[];
  found: CarriedClaim[];
}

export function carry({ before, after, ranges, sought }: CarryJob): CarriedPassages {
  const later = unpacked(after);
  return {
    carried: carriedClaims(ranges, unpacked(before), later),
    found: sought.map((words) => soughtClaim(words, later)),
  };
}
