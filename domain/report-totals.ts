import type { Report } from "./report.ts";
import type { Rating } from "./scale.ts";

/**
 * How many claims of a report have one rating. `rating` is null for those without one; `scale` tells the rating's scale
 * version apart from others (`fij 2`), null likewise.
 */
export interface RatingTotal {
  rating: Rating | null;
  scale: string | null;
  count: number;
}

/**
 * The report's claims counted by rating, in the order of its scales, claims without a rating last.
 * Ratings nobody gave are left out. Equal keys of two scale versions are counted apart: they may mean two things.
 */
export function ratingTotals(report: Pick<Report, "claims" | "scales">): RatingTotal[] {
  const rated: RatingTotal[] = report.scales.flatMap((scale) =>
    scale.ratings.map((rating) => ({
      rating,
      scale: `${scale.id} ${scale.version}`,
      count: report.claims.filter(
        ({ verdict }) =>
          verdict?.rating === rating.key &&
          verdict.scaleId === scale.id &&
          verdict.scaleVersion === scale.version,
      ).length,
    })),
  );
  const given = rated.filter(({ count }) => count > 0);
  const open = report.claims.length - given.reduce((sum, { count }) => sum + count, 0);
  return open > 0 ? [...given, { rating: null, scale: null, count: open }] : given;
}
