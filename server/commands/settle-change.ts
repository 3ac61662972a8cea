import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { AddressStanding } from "#domain/watch.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { loadAddressStanding } from "#server/reads/watch.ts";

/** Lets a change at an article's address be: it is not told of again. One that is settled stays as it is. */
export async function settleChange(
  actor: Actor,
  { articleId, changeId }: { articleId: string; changeId: string },
): Promise<AddressStanding> {
  authorise(actor, "article.update");
  return await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const change = await tx.articleChange.findUnique({ where: { id: changeId, articleId } });
    if (!change) throw new Refusal("NOT_FOUND");
    if (change.settledAt === null) {
      await tx.articleChange.update({
        where: { id: changeId },
        data: { settledAt: new Date(), settledById: actor.id },
      });
      await appendEvent(tx, {
        kind: "article.change_settled",
        actorId: actor.id,
        articleId,
        subjectId: articleId,
        data: { changeId },
      });
    }
    return await loadAddressStanding(tx, articleId);
  });
}
