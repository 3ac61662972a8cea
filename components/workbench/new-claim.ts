import type { Anchor } from "#domain/anchor.ts";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";

/** The server's clock decides which of two answers is newer, and no answer is older than this, whatever clock is here. */
const BEFORE_ANY_ANSWER = new Date(0).toISOString();

/** A claim as it will be once the server has it, so that it is painted before the answer comes. */
export function newClaim({
  id,
  article,
  anchor,
  member,
  now,
}: {
  id: string;
  article: Pick<Article, "id" | "abilities">;
  anchor: Anchor;
  member: { id: string; name: string };
  now: string;
}): Claim {
  const may = article.abilities.annotate;
  return {
    id,
    articleId: article.id,
    number: 1,
    anchor,
    stale: null,
    statement: "",
    claimant: "",
    saidOn: null,
    saidWhere: "",
    kinds: [],
    priority: "normal",
    workState: "to_check",
    assignee: null,
    verdict: null,
    evidence: [],
    evidenceCount: 0,
    openThreads: 0,
    createdBy: { id: member.id, name: member.name, disabled: false },
    createdAt: now,
    updatedAt: BEFORE_ANY_ANSWER,
    version: 1,
    abilities: { update: may, delete: may, settle: may },
  };
}
