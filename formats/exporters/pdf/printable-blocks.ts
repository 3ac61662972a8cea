import type { Report, ReportClaim } from "#domain/report.ts";
import { type Segment, segmentsOf } from "#domain/report-segments.ts";
import { RATING_PAINT } from "../rating-paint.ts";

/** The ink under a claim without a rating: grey and dotted. */
const OPEN_INK = "#5f5a51";

/**
 * The article's blocks for the template. Heading levels never skip one, because PDF/UA forbids it: a level 4 under a
 * level 2 is set as a 3. Levels are the article's own; the template sets them under its section.
 */
export function printableBlocks({ revision, claims }: Report) {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]));
  let deepest = 0;
  return revision.blocks.map((block) => {
    const level = block.kind === "heading" ? Math.min(block.level ?? 1, deepest + 1) : (block.level ?? 1);
    if (block.kind === "heading") deepest = level;
    const segments = segmentsOf(block, claims).map((segment) => ({
      text: segment.text,
      ends: segment.ends,
      line: lineUnder(segment, byNumber),
    }));
    return { kind: block.kind, level, segments };
  });
}

/** How a run is underlined: by its innermost claim, doubled where several stand. Null: not at all. */
function lineUnder({ claims }: Segment, byNumber: ReadonlyMap<number, ReportClaim>) {
  const over = claims.flatMap((number) => byNumber.get(number) ?? []);
  if (over.length === 0) return null;
  const innermost = over.reduce((a, b) => (length(b) < length(a) ? b : a));
  const rating = innermost.verdict?.ratingDetail;
  return {
    ink: rating ? RATING_PAINT[rating.colour].light : OPEN_INK,
    isDotted: !rating,
    isDouble: over.length > 1,
  };
}

const length = ({ anchor }: ReportClaim) => anchor.exact.length;
