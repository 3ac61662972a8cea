import type { Article } from "#domain/article.ts";
import { importFormatSchema } from "#domain/article-import.ts";
import { Refusal } from "#domain/error.ts";
import { keptEditsSchema } from "#domain/import-edit.ts";
import type { Revision } from "#domain/revision.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { ArticleDocument } from "#editor/article-document.ts";
import type { Claim } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { carryAhead } from "#server/carry-ahead.ts";
import { type CarriedAnchor, carriedAnchor, insertAnchors, outcomeCounts } from "#server/carry-anchors.ts";
import { carryDismissals, carryThreads } from "#server/carry-passages.ts";
import { type Db, db, transaction } from "#server/db.ts";
import { contentOf, draftClaims } from "#server/draft-claims.ts";
import { appendEvent } from "#server/event-log.ts";
import { insertRevision } from "#server/insert-revision.ts";
import { lockDraft } from "#server/lock-draft.ts";
import { markStale } from "#server/mark-stale.ts";
import { loadArticle } from "#server/reads/article.ts";
import { loadNewestRevision } from "#server/reads/revision.ts";
import { findDraft } from "#server/reads/revision-draft.ts";
import { storedSource } from "#server/revision-source.ts";
import { settleTakenChange } from "#server/settle-taken-change.ts";
import type { DraftRow } from "#server/views/revision-draft.ts";
import { machineReadView } from "#server/views/revision-summary.ts";

/**
 * Makes a draft the article's newest revision, with an anchor in it for every claim there is, and takes along what
 * belongs to unchanged words. All of it or nothing. Of two who save at once the second is told DRAFT_GONE.
 */
export async function saveRevisionDraft(
  actor: Actor,
  { articleId, draftId }: { articleId: string; draftId: string },
): Promise<Article> {
  authorise(actor, "article.update");
  const waiting = await findDraft(db(), articleId);
  if (waiting?.id === draftId) await carryAhead(articleId, draftId, contentOf(waiting), actor.id);
  return await transaction(async (tx) => {
    const draft = await lockDraft(tx, articleId, draftId);
    const base = await loadNewestRevision(tx, articleId);
    if (draft.sha256 === base.sha256) throw new Refusal("REVISION_UNCHANGED", { number: base.number });
    const content = contentOf(draft);
    const from = { format: importFormatSchema.parse(draft.format), source: storedSource(draft) };
    const number = base.number + 1;
    // Built by `buildRevision` before it was stored.
    const document = draft.document as unknown as ArticleDocument;
    const revisionId = await insertRevision(tx, actor, {
      articleId,
      number,
      ...from,
      content: { document, ...content },
      edits: draft.edits === null ? null : keptEditsSchema.parse(draft.edits),
      machineRead: machineReadView(draft.machineRead),
    });
    const versions = { draftId, base, revisionId, content, by: actor.id };
    const anchors = await carryClaims(tx, actor, draft, versions);
    const dismissals = await carryDismissals(tx, versions);
    const threads = await carryThreads(tx, versions);
    await tx.revisionDraft.delete({ where: { id: draftId } });
    await settleTakenChange(tx, actor, draft);
    const outcomes = outcomeCounts(anchors);
    await appendEvent(tx, {
      kind: "article.revised",
      actorId: actor.id,
      articleId,
      subjectId: revisionId,
      data: {
        number,
        sha256: draft.sha256,
        format: from.format,
        ...from.source,
        outcomes: { ...outcomes },
        dismissals,
        threads,
      },
    });
    return await loadArticle(tx, actor, articleId);
  });
}

/** Gives every claim its anchor in the new revision, those that were taken away as well: they may come back. */
async function carryClaims(
  tx: Db,
  actor: Actor,
  draft: DraftRow,
  {
    base,
    revisionId,
    content,
  }: { base: Revision; revisionId: string; content: ReturnType<typeof contentOf> },
): Promise<CarriedAnchor[]> {
  const rows = await tx.anchor.findMany({ where: { revisionId: base.id }, include: { claim: true } });
  const claimOf = new Map(rows.map(({ claim }) => [claim.id, claim]));
  const versions = { draftId: draft.id, base, content };
  const claims = await draftClaims(versions, rows, draft.decisions, actor.id);
  const anchors = claims.flatMap((carried) => {
    const claim = claimOf.get(carried.anchor.claimId);
    return claim ? [carriedAnchor(carried, claim)] : [];
  });
  await insertAnchors(tx, revisionId, anchors);
  await raiseVersions(tx, draft.articleId);
  const taken = anchors.filter(({ isStanding, columns }) => isStanding && columns.state === "dropped");
  await tx.claim.updateMany({
    where: { id: { in: taken.map(({ claimId }) => claimId) } },
    data: { deletedAt: new Date() },
  });
  for (const { claimId, columns } of anchors) {
    const claim = claimOf.get(claimId);
    if (claim && columns.state === "changed" && columns.was)
      await markStale(tx, actor, raised(claim), { revisionId, was: columns.was });
  }
  return anchors;
}

/** Each claim's place is another revision's now; no field of it was changed by anybody. */
async function raiseVersions(tx: Db, articleId: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Claim" SET version = version + 1 WHERE "articleId" = ${articleId}::uuid`;
}

const raised = (claim: Claim): Claim => ({ ...claim, version: claim.version + 1 });
