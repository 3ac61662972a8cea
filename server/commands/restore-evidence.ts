import type { Evidence } from "#domain/evidence.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { assertNewPassage } from "#server/evidence-passage.ts";
import { findSource } from "#server/library.ts";
import { lockEvidenceEvenRemoved } from "#server/lock.ts";
import { loadEvidence } from "#server/reads/evidence.ts";

/** Brings removed evidence back. Evidence that stands is answered as it is; a passage added again since is refused. */
export async function restoreEvidence(actor: Actor, input: { evidenceId: string }): Promise<Evidence> {
  authorise(actor, "claim.update");
  return await transaction(async (tx) => {
    const { evidence, claim } = await lockEvidenceEvenRemoved(tx, input.evidenceId);
    if (evidence.removedAt) {
      const { id, claimId, sourceId, quote, locator } = evidence;
      await assertNewPassage(tx, { id, claimId, sourceId, quote, locator });
      await tx.evidence.update({ where: { id }, data: { removedAt: null } });
      const { source } = await findSource(tx, sourceId);
      await appendEvent(tx, {
        kind: "evidence.added",
        actorId: actor.id,
        articleId: claim.articleId,
        claimId,
        subjectId: id,
        data: { sourceId, title: source.title, stance: evidence.stance, restored: true },
      });
    }
    return await loadEvidence(tx, evidence.id);
  });
}
