import { Refusal } from "#domain/error.ts";
import type { DraftDecisionInput, DraftEntry } from "#domain/revision-draft.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { contentOf } from "#server/draft-claims.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockDraft } from "#server/lock-draft.ts";
import { placeClaim } from "#server/place-claim.ts";
import { loadClaimAnchor } from "#server/reads/claim-order.ts";
import { findDraft, loadDraftEntry } from "#server/reads/revision-draft.ts";
import type { DraftRow } from "#server/views/revision-draft.ts";

interface DraftClaimId {
  articleId: string;
  draftId: string;
  claimId: string;
}

/**
 * Says what becomes of a claim in a new version: where it stands in its text, or why it is dropped. The last word counts,
 * whoever says it; the same again changes nothing.
 */
export async function decideDraftClaim(
  actor: Actor,
  { articleId, draftId, claimId, decision }: DraftClaimId & { decision: DraftDecisionInput },
): Promise<DraftEntry> {
  authorise(actor, "article.annotate");
  return await transaction(async (tx) => {
    const draft = await lockDraft(tx, articleId, draftId);
    const claim = await tx.claim.findUnique({ where: { id: claimId, articleId, deletedAt: null } });
    const anchor = claim && (await loadClaimAnchor(tx, claim));
    if (!anchor) throw new Refusal("NOT_FOUND");
    const was = { wasExact: anchor.exact, wasStart: anchor.start };
    const wanted = { ...(await columnsOf(draft, decision, actor.id)), ...was };
    const key = { draftId, claimId };
    const before = draft.decisions.find((row) => row.claimId === claimId);
    const isSame =
      before &&
      Object.entries(wanted).every(([name, value]) => before[name as keyof typeof wanted] === value);
    if (!isSame) {
      const by = { decidedById: actor.id, decidedAt: new Date() };
      await tx.revisionDecision.upsert({
        where: { draftId_claimId: key },
        create: { ...key, ...wanted, ...by },
        update: { ...wanted, ...by },
      });
      const { kind, start, end, dropReason } = wanted;
      const data = { decision: kind === "placed" ? { kind, start, end } : { kind, reason: dropReason } };
      await appendEvent(tx, {
        kind: "revision.decided",
        ...subject(actor, { articleId, draftId, claimId }),
        data,
      });
    }
    return await loadEntryAnew(tx, actor, articleId, claimId);
  });
}

/** Takes a decision back. What nobody decided on stays so, without an event. */
export async function undecideDraftClaim(
  actor: Actor,
  { articleId, draftId, claimId }: DraftClaimId,
): Promise<DraftEntry> {
  authorise(actor, "article.annotate");
  return await transaction(async (tx) => {
    await lockDraft(tx, articleId, draftId);
    const { count } = await tx.revisionDecision.deleteMany({ where: { draftId, claimId } });
    if (count > 0)
      await appendEvent(tx, {
        kind: "revision.undecided",
        ...subject(actor, { articleId, draftId, claimId }),
      });
    return await loadEntryAnew(tx, actor, articleId, claimId);
  });
}

const subject = (actor: Actor, { articleId, draftId, claimId }: DraftClaimId) => ({
  actorId: actor.id,
  articleId,
  claimId,
  subjectId: draftId,
});

/** A decision as columns. What a client says of a place is never believed: the words must be in the draft's text. */
async function columnsOf(draft: DraftRow, decision: DraftDecisionInput, by: string) {
  if (decision.kind === "dropped")
    return { kind: decision.kind, start: null, end: null, dropReason: decision.reason };
  const { start, end } = await placeClaim({ ...contentOf(draft), id: draft.id }, decision.target, by);
  return { kind: decision.kind, start, end, dropReason: null };
}

async function loadEntryAnew(tx: Db, actor: Actor, articleId: string, claimId: string): Promise<DraftEntry> {
  const draft = await findDraft(tx, articleId);
  if (!draft) throw new Refusal("NOT_FOUND");
  return await loadDraftEntry(tx, actor, draft, claimId);
}
