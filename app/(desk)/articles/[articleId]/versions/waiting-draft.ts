import { Refusal } from "#domain/error.ts";
import type { RevisionDraft } from "#domain/revision-draft.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { readRevisionDraft } from "#server/reads/revision-draft.ts";

/** The article's version that is not saved yet; null where none waits. */
export async function waitingDraft(actor: Actor, articleId: string): Promise<RevisionDraft | null> {
  try {
    return await readRevisionDraft(actor, articleId);
  } catch (error) {
    if (error instanceof Refusal && error.code === "NOT_FOUND") return null;
    throw error;
  }
}
