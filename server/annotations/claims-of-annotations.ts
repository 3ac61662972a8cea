import { uuidv7 } from "uuidv7";
import type { AnnotationFormat } from "#domain/annotation.ts";
import { contextOf } from "#domain/annotation-place.ts";
import { orderedKinds } from "#domain/claim.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { plainComment } from "#server/comment.ts";
import type { Db } from "#server/db.ts";
import { inBatches } from "./in-batches.ts";
import type { LookedAtAnnotation } from "./look-at-annotations.ts";

/** An annotation that becomes a claim, with the claim's id. */
export interface NewClaim extends LookedAtAnnotation {
  id: string;
}

export interface ImportedInto {
  articleId: string;
  revisionId: string;
  actorId: string;
  format: AnnotationFormat;
}

/** Ids in the order of the file: claims without a place are listed by them. */
export const asNewClaims = (entries: readonly LookedAtAnnotation[]): NewClaim[] =>
  entries.map((entry) => ({ ...entry, id: uuidv7() }));

/** Keeps the claims themselves, where each stands and where each came from. The article is locked. */
export async function insertClaims(tx: Db, claims: readonly NewClaim[], into: ImportedInto): Promise<void> {
  const { articleId, actorId, revisionId, format } = into;
  await inBatches(claims, async (batch) => {
    await tx.claim.createMany({ data: batch.map((claim) => claimColumns(claim, articleId, actorId)) });
    await tx.anchor.createMany({ data: batch.map((claim) => anchorColumns(claim, revisionId)) });
    await tx.claimOrigin.createMany({
      data: batch.map(({ id, key, annotation: { author, writtenAt } }) => ({
        claimId: id,
        articleId,
        key,
        format,
        author,
        writtenAt,
      })),
    });
  });
}

function claimColumns(
  { id, annotation }: NewClaim,
  articleId: string,
  createdById: string,
): Prisma.ClaimCreateManyInput {
  const { statement, claimant, saidOn, saidWhere, kinds, priority, finding } = annotation;
  return {
    id,
    articleId,
    createdById,
    statement,
    claimant,
    saidOn,
    saidWhere,
    kinds: orderedKinds(kinds),
    priority,
    // As where a person writes the first words of a finding.
    workState: finding ? "checking" : "to_check",
  };
}

/** Without a place the words stand as their source has them. */
function anchorColumns(
  { id, place, annotation }: NewClaim,
  revisionId: string,
): Prisma.AnchorCreateManyInput {
  if (place) return { ...place, claimId: id, revisionId, state: "exact" };
  const [prefix, suffix] = contextOf(annotation.words);
  return { claimId: id, revisionId, state: "needs_placing", exact: annotation.words.exact, prefix, suffix };
}

/**
 * What an annotation's author wrote of the words becomes a conversation about the claim, under that author's name as a
 * text: it is their word and not a finding of this desk.
 */
export async function insertComments(tx: Db, claims: readonly NewClaim[], into: ImportedInto): Promise<void> {
  const { articleId, actorId, format } = into;
  const said = claims
    .filter(({ annotation }) => annotation.comment !== "")
    .map((claim) => ({ ...claim, threadId: uuidv7() }));
  await inBatches(said, async (batch) => {
    await tx.thread.createMany({
      data: batch.map(({ threadId, id }) => ({ id: threadId, articleId, claimId: id, createdById: actorId })),
    });
    await tx.comment.createMany({
      data: batch.map(({ threadId, annotation: { comment, author, writtenAt } }) => ({
        threadId,
        authorId: actorId,
        ...plainComment(comment),
        broughtAs: format,
        foreignAuthor: author,
        foreignAt: writtenAt,
      })),
    });
  });
}
