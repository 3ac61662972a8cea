import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";

/**
 * Holds a watch, so that its address is not asked, or lets it go on where it was. What is so already is no event.
 *
 * @throws Refusal FORBIDDEN, NOT_FOUND
 */
export async function pauseWatch(
  actor: Actor,
  { articleId, paused }: { articleId: string; paused: boolean },
): Promise<void> {
  authorise(actor, "system.operate");
  await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const watch = await tx.watch.findUnique({ where: { articleId } });
    if (!watch) throw new Refusal("NOT_FOUND");
    if ((watch.pausedAt !== null) === paused) return;
    await tx.watch.update({ where: { articleId }, data: { pausedAt: paused ? new Date() : null } });
    await appendEvent(tx, {
      kind: "article.watched",
      actorId: actor.id,
      articleId,
      subjectId: articleId,
      data: { everyMinutes: watch.everyMinutes, paused },
    });
  });
}
