import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { AddressStanding } from "#domain/watch.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { articleChangeInclude, articleChangeView, watchInclude, watchView } from "#server/views/watch.ts";

/** What is known of an article's address. NOT_FOUND where there is no such article. */
export async function readAddressStanding(actor: Actor, articleId: string): Promise<AddressStanding> {
  authorise(actor, "article.read");
  return await loadAddressStanding(db(), articleId);
}

/**
 * As `readAddressStanding`, inside a command's transaction. A change whose text has become the newest revision is none any
 * more, however that came about.
 */
export async function loadAddressStanding(tx: Db, articleId: string): Promise<AddressStanding> {
  const article = await tx.article.findUnique({
    where: { id: articleId },
    select: {
      url: true,
      watch: { include: watchInclude },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { sha256: true } },
      changes: { where: { settledAt: null }, orderBy: { seenAt: "desc" }, include: articleChangeInclude },
    },
  });
  if (!article) throw new Refusal("NOT_FOUND");
  const newest = article.revisions[0]?.sha256;
  const change = article.changes.find(({ sha256 }) => sha256 !== newest);
  return {
    url: article.url,
    watch: article.watch && watchView(article.watch),
    change: change ? articleChangeView(change) : null,
  };
}
