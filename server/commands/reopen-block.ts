import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { loadNewestRevisionId } from "#server/reads/revision.ts";

/** Takes a dismissal back. A block that was not dismissed stays as it is, without an event. */
export async function reopenBlock(
  actor: Actor,
  input: { articleId: string; blockId: string },
): Promise<void> {
  authorise(actor, "article.annotate");
  await transaction(async (tx) => {
    const { articleId, blockId } = input;
    await lockArticle(tx, articleId);
    const revisionId = await loadNewestRevisionId(tx, articleId);
    const block = await tx.block.findUnique({ where: { revisionId_id: { revisionId, id: blockId } } });
    if (!block) throw new Refusal("NOT_FOUND");
    const { count } = await tx.dismissal.deleteMany({ where: { revisionId, blockId } });
    if (count === 0) return;
    await appendEvent(tx, { kind: "block.reopened", actorId: actor.id, articleId, subjectId: blockId });
  });
}
