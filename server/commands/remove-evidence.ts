import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { findSource } from "#server/library.ts";
import { lockEvidenceEvenRemoved } from "#server/lock.ts";

/**
 * Takes a source from a claim. It stays in the library, and a rationale that cites it can be read back. Evidence that
 * was removed already stays so, without an event.
 */
export async function removeEvidence(actor: Actor, input: { evidenceId: string }): Promise<void> {
  authorise(actor, "claim.update");
  await transaction(async (tx) => {
    const { evidence, claim } = await lockEvidenceEvenRemoved(tx, input.evidenceId);
    if (evidence.removedAt) return;
    const { source } = await findSource(tx, evidence.sourceId);
    await tx.evidence.update({ where: { id: evidence.id }, data: { removedAt: new Date() } });
    await appendEvent(tx, {
      kind: "evidence.removed",
      actorId: actor.id,
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: evidence.id,
      data: { sourceId: source.id, title: source.title },
    });
  });
}
