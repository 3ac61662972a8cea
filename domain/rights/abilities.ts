import type { ArticleAbilities } from "#domain/article.ts";
import type { ClaimAbilities } from "#domain/claim.ts";
import type { CommentAbilities, ThreadAbilities } from "#domain/comment.ts";
import type { Actor, Subject } from "./predicate.ts";
import { may } from "./table.ts";

/** What travels with an article, so that no component recomputes a right. */
export const articleAbilities = (actor: Actor): ArticleAbilities => ({
  update: may(actor, "article.update"),
  annotate: may(actor, "article.annotate"),
  discuss: may(actor, "thread.open"),
});

/** What travels with a claim. */
export const claimAbilities = (actor: Actor): ClaimAbilities => ({
  update: may(actor, "claim.update"),
  delete: may(actor, "claim.delete"),
  settle: may(actor, "claim.settle"),
});

/** What travels with a conversation. */
export const threadAbilities = (actor: Actor): ThreadAbilities => ({
  reply: may(actor, "thread.reply"),
  resolve: may(actor, "thread.resolve"),
});

/** What travels with a comment; `author.memberId` is who wrote it. */
export const commentAbilities = (actor: Actor, author: Subject): CommentAbilities => ({
  edit: may(actor, "comment.edit", author),
  delete: may(actor, "comment.delete", author),
});
