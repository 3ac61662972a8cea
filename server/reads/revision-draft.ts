import { Refusal } from "#domain/error.ts";
import type { DraftEntry, RevisionDraft } from "#domain/revision-draft.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { contentOf, draftClaims } from "#server/draft-claims.ts";
import {
  type DraftRow,
  draftEntryView,
  draftInclude,
  revisionDraftView,
} from "#server/views/revision-draft.ts";
import { loadClaimSummaries } from "./claim.ts";
import { loadClaimPlaces } from "./claim-order.ts";
import { loadRevision } from "./revision.ts";

/** The article's version that is not saved yet, with its report as of now. NOT_FOUND where none waits. */
export async function readRevisionDraft(actor: Actor, articleId: string): Promise<RevisionDraft> {
  authorise(actor, "article.read");
  const row = await findDraft(db(), articleId);
  if (!row) throw new Refusal("NOT_FOUND");
  return await loadRevisionDraft(db(), actor, row);
}

/** The stored draft of an article; null where none waits. */
export const findDraft = (tx: Db, articleId: string): Promise<DraftRow | null> =>
  tx.revisionDraft.findUnique({ where: { articleId }, include: draftInclude });

/** A stored draft with what it does to every claim that stands. */
export async function loadRevisionDraft(tx: Db, actor: Actor, row: DraftRow): Promise<RevisionDraft> {
  return revisionDraftView(row, contentOf(row), await loadEntries(tx, actor, row));
}

/** What a stored draft does to one claim. NOT_FOUND where it does not stand. */
export async function loadDraftEntry(
  tx: Db,
  actor: Actor,
  row: DraftRow,
  claimId: string,
): Promise<DraftEntry> {
  const [entry] = await loadEntries(tx, actor, row, claimId);
  if (!entry) throw new Refusal("NOT_FOUND");
  return entry;
}

async function loadEntries(tx: Db, actor: Actor, row: DraftRow, claimId?: string): Promise<DraftEntry[]> {
  const all = await loadClaimPlaces(tx, row.articleId);
  const places = claimId === undefined ? all : all.filter(({ anchor }) => anchor.claimId === claimId);
  const summaries = await loadClaimSummaries(tx, actor, row.articleId, places);
  const base = await loadRevision(tx, row.articleId, { id: row.baseRevisionId });
  const anchors = places.map(({ anchor }) => anchor);
  const versions = { draftId: row.id, base, content: contentOf(row) };
  const claims = await draftClaims(versions, anchors, row.decisions, actor.id);
  const claimOf = new Map(claims.map((claim) => [claim.anchor.claimId, claim]));
  return summaries.flatMap((summary) => {
    const claim = claimOf.get(summary.id);
    return claim ? [draftEntryView(summary, claim)] : [];
  });
}
