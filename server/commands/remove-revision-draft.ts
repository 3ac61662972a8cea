import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockDraft } from "#server/lock-draft.ts";

/** Throws a new version away that is not saved, with what was decided about it. */
export async function removeRevisionDraft(
  actor: Actor,
  { articleId, draftId }: { articleId: string; draftId: string },
): Promise<void> {
  authorise(actor, "article.update");
  await transaction(async (tx) => {
    const draft = await lockDraft(tx, articleId, draftId);
    await tx.revisionDraft.delete({ where: { id: draft.id } });
    await appendEvent(tx, {
      kind: "revision.discarded",
      actorId: actor.id,
      articleId,
      subjectId: draftId,
      data: { sha256: draft.sha256 },
    });
  });
}
