import type { Actor } from "#domain/rights/predicate.ts";
import { asNewClaims, insertClaims, insertComments } from "#server/annotations/claims-of-annotations.ts";
import { insertEvidence, insertVerdicts } from "#server/annotations/findings-of-annotations.ts";
import { incomingAnnotations } from "#server/annotations/incoming-annotations.ts";
import { lookAtAnnotations } from "#server/annotations/look-at-annotations.ts";
import { placeAside } from "#server/annotations/placing-pool.ts";
import { authorise } from "#server/authorise.ts";
import { db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { loadNewestRevision } from "#server/reads/revision.ts";

/** In milliseconds: five thousand claims with all that came along, on a machine that has much else to do. */
const TIMEOUT = 90_000;

export interface ImportAnnotationsInput {
  articleId: string;
  content?: string | undefined;
  file?: File | undefined;
  /** Keys of a preview; absent: all. */
  only?: string[] | undefined;
}

export interface ImportedAnnotations {
  claimIds: string[];
  placed: number;
  needsPlacing: number;
  present: number;
}

/**
 * Makes claims of annotations made elsewhere, all or none. What the article has already is passed over, so that the same
 * file may come any number of times and from two people at once. Where nothing is left to make, nothing happens.
 */
export async function importAnnotations(
  actor: Actor,
  input: ImportAnnotationsInput,
): Promise<ImportedAnnotations> {
  authorise(actor, "article.annotate");
  const { articleId } = input;
  const content = await incomingAnnotations(input);
  // Many take seconds, and nobody else should wait for the lock meanwhile.
  const seen = await loadNewestRevision(db(), articleId);
  const placed = await placeAside({ content, revision: seen }, actor.id);
  return await transaction(
    async (tx) => {
      await lockArticle(tx, articleId);
      const revision = await loadNewestRevision(tx, articleId);
      const isSeen = revision.id === seen.id;
      const found = isSeen ? placed : await placeAside({ content, revision }, actor.id);
      const { format, entries } = await lookAtAnnotations(tx, articleId, found);
      const wanted = input.only && new Set(input.only);
      const asked = entries.filter(({ key }) => !wanted || wanted.has(key));
      const claims = asNewClaims(asked.filter(({ claimId }) => claimId === null));
      const unplaced = claims.filter(({ place }) => place === null).length;
      const counts = { placed: claims.length - unplaced, needsPlacing: unplaced };
      const claimIds = claims.map(({ id }) => id);
      if (claims.length > 0) {
        const into = { articleId, revisionId: revision.id, actorId: actor.id, format };
        await insertClaims(tx, claims, into);
        await insertComments(tx, claims, into);
        await insertVerdicts(tx, claims, into, await insertEvidence(tx, claims, actor.id));
        await appendEvent(tx, {
          kind: "annotations.imported",
          actorId: actor.id,
          articleId,
          data: { format, claimIds, ...counts },
        });
      }
      return { claimIds, ...counts, present: asked.length - claims.length };
    },
    { timeout: TIMEOUT },
  );
}
