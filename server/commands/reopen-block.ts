import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { blockOnNewest } from "#server/place-on-newest.ts";

/** Takes a dismissal back. A block that was not dismissed stays as it is, without an event. */
export async function reopenBlock(
  actor: Actor,
  input: { articleId: string; blockId: string; revisionId?: string | undefined },
): Promise<void> {
  authorise(actor, "article.annotate");
  await transaction(async (tx) => {
    const { articleId } = input;
    await lockArticle(tx, articleId);
    const { revision, block } = await blockOnNewest(tx, articleId, input, actor.id);
    const [revisionId, blockId] = [revision.id, block.id];
    const { count } = await tx.dismissal.deleteMany({ where: { revisionId, blockId } });
    if (count === 0) return;
    await appendEvent(tx, { kind: "block.reopened", actorId: actor.id, articleId, subjectId: blockId });
  });
}
