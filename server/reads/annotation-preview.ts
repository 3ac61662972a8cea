import type { z } from "zod";
import type { annotationPreviewSchema } from "#contract/annotation.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { incomingAnnotations } from "#server/annotations/incoming-annotations.ts";
import { type LookedAtAnnotation, lookAtAnnotations } from "#server/annotations/look-at-annotations.ts";
import { placeAside } from "#server/annotations/placing-pool.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { loadNewestRevision } from "./revision.ts";

export interface AnnotationPreviewInput {
  articleId: string;
  content?: string | undefined;
  file?: File | undefined;
}

export type AnnotationPreview = z.output<typeof annotationPreviewSchema>;

/** What would become of a file of annotations, and stores nothing. Refused as `importAnnotations` would refuse it. */
export async function previewAnnotations(
  actor: Actor,
  input: AnnotationPreviewInput,
): Promise<AnnotationPreview> {
  authorise(actor, "article.annotate");
  const revision = await loadNewestRevision(db(), input.articleId);
  const placed = await placeAside({ content: await incomingAnnotations(input), revision }, actor.id);
  const { format, entries, notes } = await lookAtAnnotations(db(), input.articleId, placed);
  return { format, entries: entries.map(entryView), notes };
}

function entryView(entry: LookedAtAnnotation): AnnotationPreview["entries"][number] {
  const { key, annotation, place, candidates, claimId, isElsewhere, rating } = entry;
  const { words, page, author, writtenAt, comment, statement, claimant, kinds, finding, evidence } =
    annotation;
  return {
    key,
    standing: claimId !== null ? "present" : place ? "placed" : "needs_placing",
    words,
    place: claimId === null ? place : null,
    candidates: claimId === null ? candidates : [],
    claimId,
    page,
    isElsewhere,
    author,
    writtenAt,
    comment,
    statement,
    claimant,
    kinds,
    finding: finding && { rating, summary: finding.summary },
    evidenceCount: evidence.length,
  };
}
