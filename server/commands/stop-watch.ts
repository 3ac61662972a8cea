import type { Actor } from "#domain/rights/predicate.ts";
import type { AddressStanding } from "#domain/watch.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { loadAddressStanding } from "#server/reads/watch.ts";

/** Watches an article's address no longer. A change that was told of stays until somebody settles it. */
export async function stopWatch(
  actor: Actor,
  { articleId }: { articleId: string },
): Promise<AddressStanding> {
  authorise(actor, "article.update");
  return await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const { count } = await tx.watch.deleteMany({ where: { articleId } });
    if (count > 0)
      await appendEvent(tx, {
        kind: "article.watched",
        actorId: actor.id,
        articleId,
        subjectId: articleId,
        data: { everyMinutes: null },
      });
    return await loadAddressStanding(tx, articleId);
  });
}
