import { Refusal } from "#domain/error.ts";
import type { Db } from "#server/db.ts";
import { lockArticle } from "#server/lock.ts";
import { loadNewestRevision } from "#server/reads/revision.ts";
import { findDraft } from "#server/reads/revision-draft.ts";
import type { DraftRow } from "#server/views/revision-draft.ts";

/**
 * Locks an article and the draft of it that somebody looked at. DRAFT_GONE where it was saved, thrown away or replaced
 * since.
 */
export async function lockDraft(tx: Db, articleId: string, draftId: string): Promise<DraftRow> {
  await lockArticle(tx, articleId);
  const draft = await findDraft(tx, articleId);
  if (draft?.id === draftId) return draft;
  const { number } = await loadNewestRevision(tx, articleId);
  throw new Refusal("DRAFT_GONE", { number });
}
