import type { BlockText } from "#domain/carried-claims.ts";
import { dismissedRanges, threadRanges } from "#server/carry-passages.ts";
import { db } from "#server/db.ts";
import { rangeOf } from "#server/draft-claims.ts";
import { carriedInDraft } from "#server/reads/known-drafts.ts";
import { loadNewestRevision } from "#server/reads/revision.ts";

/**
 * Finds out where everything of an article's newest revision went in a draft, before a command locks the article: of a
 * long text that takes a while, in which nobody shall wait. What comes to it meanwhile is found out under the lock.
 */
export async function carryAhead(
  articleId: string,
  draftId: string,
  content: BlockText,
  by: string,
): Promise<void> {
  const base = await loadNewestRevision(db(), articleId);
  const anchors = await db().anchor.findMany({ where: { revisionId: base.id } });
  const dismissals = await db().dismissal.findMany({ where: { revisionId: base.id } });
  const threads = await db().thread.findMany({ where: { revisionId: base.id } });
  const placed = anchors.map(rangeOf).filter((range) => range !== null);
  const ranges = [...placed, ...dismissedRanges(base, dismissals), ...threadRanges(threads)];
  const sought = anchors.filter((anchor) => rangeOf(anchor) === null);
  await carriedInDraft(draftId, { ranges, sought }, base, content, by);
}
