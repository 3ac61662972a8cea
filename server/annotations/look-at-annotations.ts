import type { AnnotationFormat, AnnotationNote, ForeignAnnotation } from "#domain/annotation.ts";
import type { AnnotationPlace } from "#domain/annotation-place.ts";
import { canonicalUrl } from "#domain/canonical-url.ts";
import type { Rating } from "#domain/scale.ts";
import type { PlacedAnnotation, PlacedAnnotations } from "#formats/annotations/place-annotations.ts";
import type { Db } from "#server/db.ts";
import { ratingView } from "#server/views/scale.ts";
import { annotationKey } from "./annotation-key.ts";

/** An annotation as it stands to an article, before anything is kept. */
export interface LookedAtAnnotation extends AnnotationPlace {
  key: string;
  annotation: ForeignAnnotation;
  /** The claim it is already; null where it is none yet. */
  claimId: string | null;
  /** It was made on another page than the article's. */
  isElsewhere: boolean;
  /** Its finding's rating, if the article's scale has it. */
  rating: Rating | null;
}

export interface LookedAtAnnotations {
  format: AnnotationFormat;
  entries: LookedAtAnnotation[];
  notes: AnnotationNote[];
}

/** What annotations whose places are known are to an article: which of them it has, which ratings it knows. */
export async function lookAtAnnotations(
  tx: Db,
  articleId: string,
  { format, found, notes }: Extract<PlacedAnnotations, { ok: true }>,
): Promise<LookedAtAnnotations> {
  const keyed = found.map((one) => ({ ...one, key: annotationKey(format, one.annotation) }));
  const once = [...new Map(keyed.toReversed().map((one) => [one.key, one])).values()].toReversed();
  const article = await tx.article.findUniqueOrThrow({
    where: { id: articleId },
    select: { url: true, scaleId: true, scale: { select: { ratings: true } } },
  });
  const claimOf = await presentClaims(tx, articleId, format, once);
  const ratings = article.scale.ratings.filter(({ retiredAt }) => retiredAt === null).map(ratingView);
  const entries = once.map(({ annotation, ...place }): LookedAtAnnotation => {
    const { finding } = annotation;
    const isOurs = finding?.scaleId === article.scaleId;
    return {
      ...place,
      annotation,
      claimId: claimOf(place.key, annotation),
      isElsewhere: isElsewhere(annotation.page, article.url),
      rating: (isOurs && ratings.find(({ key }) => key === finding?.rating)) || null,
    };
  });
  const repeated = keyed.length - once.length;
  const unrated = entries.filter(({ annotation, rating }) => annotation.finding?.rating && !rating).length;
  return {
    format,
    entries,
    notes: [...notes, ...noteOf("repeated", repeated), ...noteOf("rating", unrated)],
  };
}

const noteOf = (what: AnnotationNote["what"], count: number): AnnotationNote[] =>
  count > 0 ? [{ what, count }] : [];

/** What says no address may have been made anywhere; so may what is compared with an article that has none. */
function isElsewhere(page: string | null, url: string | null): boolean {
  const [there, here] = [page, url].map((address) => (address === null ? null : canonicalUrl(address)));
  return there !== null && here !== null && there !== here;
}

/** Which claim of the article an annotation is already: one that was made of it, or the very one in a report of ours. */
async function presentClaims(
  tx: Db,
  articleId: string,
  format: AnnotationFormat,
  found: readonly (PlacedAnnotation & { key: string })[],
): Promise<(key: string, annotation: ForeignAnnotation) => string | null> {
  const origins = await tx.claimOrigin.findMany({
    where: { articleId, key: { in: found.map(({ key }) => key) }, claim: { deletedAt: null } },
    select: { key: true, claimId: true },
  });
  const byKey = new Map(origins.map(({ key, claimId }) => [key, claimId]));
  const own =
    format === "report"
      ? await tx.claim.findMany({ where: { articleId, deletedAt: null }, select: { id: true } })
      : [];
  const ownIds = new Set(own.map(({ id }) => id));
  return (key, { id }) => byKey.get(key) ?? (id !== null && ownIds.has(id) ? id : null);
}
