import type { Article, ArticleFields } from "#domain/article.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import {
  changesBetween,
  changesData,
  conflictingFields,
  type Given,
  raisedVersion,
} from "#server/field-changes.ts";
import { lockArticle } from "#server/lock.ts";
import { loadArticle } from "#server/reads/article.ts";

export type UpdateArticleInput = { articleId: string; version: number } & Given<ArticleFields>;

/** Changes what is said about an article; its text never changes. Conflicts as `updateClaim`. */
export async function updateArticle(actor: Actor, input: UpdateArticleInput): Promise<Article> {
  authorise(actor, "article.update");
  return await transaction(async (tx) => {
    const { articleId, version, ...fields } = input;
    await lockArticle(tx, articleId);
    const article = await tx.article.findUniqueOrThrow({ where: { id: articleId } });
    const changes = changesBetween(article, fields);
    const conflicts = conflictingFields(article, changes, version);
    if (conflicts.length > 0) {
      throw new Refusal("CONFLICT", { current: await loadArticle(tx, actor, articleId), fields: conflicts });
    }
    if (changes.length > 0) {
      const columns = Object.fromEntries(changes.map(({ field, to }) => [field, to]));
      const raised = raisedVersion(article, Object.keys(columns));
      await tx.article.update({ where: { id: articleId }, data: { ...columns, ...raised } });
      await appendEvent(tx, {
        kind: "article.updated",
        actorId: actor.id,
        articleId,
        subjectId: articleId,
        data: changesData(changes),
      });
    }
    return await loadArticle(tx, actor, articleId);
  });
}
