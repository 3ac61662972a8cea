import { createArticle } from "#server/commands/create-article.ts";
import { dismissBlock } from "#server/commands/dismiss-block.ts";
import { reopenBlock } from "#server/commands/reopen-block.ts";
import { updateArticle } from "#server/commands/update-article.ts";
import { readArticle, readArticles } from "#server/reads/article.ts";
import { previewArticle } from "#server/reads/article-preview.ts";
import { member } from "./implementer.ts";

export const articleRouter = {
  list: member.article.list.handler(({ context, input }) => readArticles(context.actor, input)),
  create: member.article.create.handler(({ context, input }) => createArticle(context.actor, input)),
  preview: member.article.preview.handler(({ context, input }) => previewArticle(context.actor, input)),
  get: member.article.get.handler(({ context, input }) => readArticle(context.actor, input.articleId)),
  update: member.article.update.handler(({ context, input }) => updateArticle(context.actor, input)),
  dismissBlock: member.article.dismissBlock.handler(({ context, input }) =>
    dismissBlock(context.actor, input),
  ),
  reopenBlock: member.article.reopenBlock.handler(({ context, input }) => reopenBlock(context.actor, input)),
};
