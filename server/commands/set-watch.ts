import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { AddressStanding, WatchInterval } from "#domain/watch.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { spendFetch } from "#server/fetch/member-allowance.ts";
import { lockArticle } from "#server/lock.ts";
import { loadAddressStanding } from "#server/reads/watch.ts";

/**
 * Watches an article's address. The next look is due at once, also where an admin held it; with the same interval again
 * that is all that happens.
 */
export async function setWatch(
  actor: Actor,
  { articleId, everyMinutes }: { articleId: string; everyMinutes: WatchInterval },
): Promise<AddressStanding> {
  authorise(actor, "article.update");
  spendFetch(actor.id);
  return await transaction(async (tx) => {
    await lockArticle(tx, articleId);
    const { url } = await tx.article.findUniqueOrThrow({ where: { id: articleId }, select: { url: true } });
    if (url === null) throw new Refusal("WATCH_WITHOUT_ADDRESS");
    const nextAt = new Date();
    const before = await tx.watch.findUnique({ where: { articleId }, select: { everyMinutes: true } });
    if (before?.everyMinutes === everyMinutes) {
      await tx.watch.update({ where: { articleId }, data: { nextAt, pausedAt: null } });
      return await loadAddressStanding(tx, articleId);
    }
    const set = { everyMinutes, nextAt, setById: actor.id, setAt: nextAt, failures: 0, pausedAt: null };
    await tx.watch.upsert({ where: { articleId }, create: { articleId, ...set }, update: set });
    await appendEvent(tx, {
      kind: "article.watched",
      actorId: actor.id,
      articleId,
      subjectId: articleId,
      data: { everyMinutes },
    });
    return await loadAddressStanding(tx, articleId);
  });
}
