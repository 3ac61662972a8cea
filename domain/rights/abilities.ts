import type { ArticleAbilities } from "#domain/article.ts";
import type { ClaimAbilities } from "#domain/claim.ts";
import type { CommentAbilities, ThreadAbilities } from "#domain/comment.ts";
import type { Actor, Subject } from "./predicate.ts";
import { may, type Right } from "./table.ts";

/** Every ability is one to change something, which a token that only reads has not. */
const can = (actor: Actor, right: Right, subject?: Subject): boolean =>
  actor.scope !== "read" && may(actor, right, subject);

/** What travels with an article, so that no component recomputes a right. */
export const articleAbilities = (actor: Actor): ArticleAbilities => ({
  update: can(actor, "article.update"),
  annotate: can(actor, "article.annotate"),
  discuss: can(actor, "thread.open"),
});

/** What travels with a claim. */
export const claimAbilities = (actor: Actor): ClaimAbilities => ({
  update: can(actor, "claim.update"),
  delete: can(actor, "claim.delete"),
  settle: can(actor, "claim.settle"),
});

/** What travels with a conversation. */
export const threadAbilities = (actor: Actor): ThreadAbilities => ({
  reply: can(actor, "thread.reply"),
  resolve: can(actor, "thread.resolve"),
});

/** What travels with a comment; `author.memberId` is who wrote it. */
export const commentAbilities = (actor: Actor, author: Subject): CommentAbilities => ({
  edit: can(actor, "comment.edit", author),
  delete: can(actor, "comment.delete", author),
});
