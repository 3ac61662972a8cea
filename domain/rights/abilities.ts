import type { ArticleAbilities } from "#domain/article.ts";
import type { ClaimAbilities } from "#domain/claim.ts";
import type { Actor } from "./predicate.ts";
import { may } from "./table.ts";

/** What travels with an article, so that no component recomputes a right. */
export const articleAbilities = (actor: Actor): ArticleAbilities => ({
  update: may(actor, "article.update"),
  annotate: may(actor, "article.annotate"),
});

/** What travels with a claim. */
export const claimAbilities = (actor: Actor): ClaimAbilities => ({
  update: may(actor, "claim.update"),
  delete: may(actor, "claim.delete"),
  settle: may(actor, "claim.settle"),
});
