import type { z } from "zod";
import type { claimChangeSchema } from "#contract/claim.ts";
import type { Anchor, PlacedAnchor } from "#domain/anchor.ts";
import { type Claim, type ClaimTarget, orderedKinds, workStateSchema } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { FieldChange } from "#domain/event.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Claim as ClaimRow } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { tellProse } from "#server/commands/tell-prose.ts";
import { type Db, db, transaction } from "#server/db.ts";
import { apart } from "#server/deed.ts";
import { findVerdict, submitVerdict, takeUp } from "#server/draft-verdict.ts";
import { appendEvent } from "#server/event-log.ts";
import { changesBetween, changesData, conflictingFields, raisedVersion } from "#server/field-changes.ts";
import { lastWriters } from "#server/last-writers.ts";
import { lockClaim } from "#server/lock.ts";
import { notify, notifyOfDecision } from "#server/notify.ts";
import { placeAhead, placeOnNewest } from "#server/place-on-newest.ts";
import { isAssignable } from "#server/reads/assignable-member.ts";
import { loadClaim } from "#server/reads/claim.ts";
import { loadClaimAnchor } from "#server/reads/claim-order.ts";
import { anchorView } from "#server/views/anchor.ts";
import { NOT_STALE } from "#server/views/stale.ts";

export type UpdateClaimInput = { claimId: string } & z.output<typeof claimChangeSchema>;

/**
 * Changes fields of a claim, its place included. CONFLICT only where somebody else changed one of the same fields after
 * `version` to something else; what is equal already changes nothing and makes no event.
 */
export async function updateClaim(actor: Actor, input: UpdateClaimInput): Promise<Claim> {
  authorise(actor, "claim.update");
  // A history reads in order: what was written up to the settling is told of before it.
  if (input.workState === "settled") await apart(() => tellProse({ claimId: input.claimId }));
  await lookAhead(actor, input);
  return await transaction(async (tx) => {
    const { claimId, version, target, ...fields } = input;
    const claim = await lockClaim(tx, claimId);
    const wanted = { ...fields, ...(fields.kinds && { kinds: orderedKinds(fields.kinds) }) };
    const changes = changesBetween(claim, wanted);
    const move = target && (await moveOf(tx, actor, claim, target));
    const all = move ? [...changes, move] : changes;
    const conflicts = conflictingFields(claim, all, version);
    if (conflicts.length > 0) {
      const writers = await lastWriters(tx, { claimId, fields: conflicts });
      throw new Refusal("CONFLICT", {
        current: await loadClaim(tx, actor, claimId),
        fields: conflicts,
        writers,
      });
    }
    if (all.length > 0) {
      await assertAssigneeFit(tx, changes);
      await followWorkState(tx, actor, claim, changes);
      await store(tx, actor, claim, changes, move);
      await tell(tx, actor, claim, changes);
    }
    return await loadClaim(tx, actor, claimId);
  });
}

/** A change of place, with anchors as its two sides. */
interface Move extends FieldChange {
  field: "target";
  from: Anchor | null;
  to: PlacedAnchor;
}

/** Looks for a new place before anything is locked; a claim that there is not is told under the lock. */
async function lookAhead(actor: Actor, { claimId, target }: UpdateClaimInput): Promise<void> {
  const claim =
    target && (await db().claim.findUnique({ where: { id: claimId }, select: { articleId: true } }));
  if (target && claim) await placeAhead(claim.articleId, target, actor.id);
}

async function moveOf(tx: Db, actor: Actor, claim: ClaimRow, target: ClaimTarget): Promise<Move | null> {
  const { revision, range } = await placeOnNewest(tx, claim.articleId, target, actor.id);
  const row = await loadClaimAnchor(tx, claim);
  const from = row && anchorView(row);
  if (from?.start === range.start && from.end === range.end) return null;
  return { field: "target", from, to: { ...range, revisionId: revision.id, state: "exact" } };
}

async function store(
  tx: Db,
  actor: Actor,
  claim: ClaimRow,
  changes: FieldChange[],
  move: Move | null | undefined,
) {
  const all = move ? [...changes, move] : changes;
  const raised = raisedVersion(
    claim,
    all.map(({ field }) => field),
  );
  const isSettled = changes.some(({ field, to }) => field === "workState" && to === "settled");
  await tx.claim.update({
    where: { id: claim.id },
    data: {
      ...Object.fromEntries(changes.map(({ field, to }) => [field, to])),
      // Who settles has seen the words that stand there now.
      ...(isSettled && NOT_STALE),
      ...raised,
    },
  });
  if (move) await moveAnchor(tx, claim.id, move.to);
  const subject = { actorId: actor.id, articleId: claim.articleId, claimId: claim.id, subjectId: claim.id };
  if (move && changes.length === 0) {
    await appendEvent(tx, { ...subject, kind: "claim.moved", data: { from: move.from, to: move.to } });
  } else {
    await appendEvent(tx, { ...subject, kind: "claim.updated", data: changesData(all) });
  }
}

/** A person's word: what the words were in the revision before no longer counts. */
async function moveAnchor(tx: Db, claimId: string, to: PlacedAnchor): Promise<void> {
  const { revisionId, blockId, start, end, exact, prefix, suffix } = to;
  const place = { blockId, start, end, exact, prefix, suffix, state: "exact" as const, was: null };
  await tx.anchor.upsert({
    where: { claimId_revisionId: { claimId, revisionId } },
    create: { claimId, revisionId, ...place },
    update: place,
  });
}

async function assertAssigneeFit(tx: Db, changes: FieldChange[]): Promise<void> {
  const assigneeId = changes.find(({ field }) => field === "assigneeId")?.to;
  if (typeof assigneeId === "string" && !(await isAssignable(tx, assigneeId)))
    throw new Refusal("ASSIGNEE_UNFIT");
}

/** Tells whoever is given the claim, and those concerned that it was settled or opened again. */
async function tell(tx: Db, actor: Actor, claim: ClaimRow, changes: FieldChange[]): Promise<void> {
  const { id: claimId, articleId } = claim;
  const assigneeId = changes.find(({ field }) => field === "assigneeId")?.to;
  if (typeof assigneeId === "string")
    await notify(tx, actor, { kind: "assignment", articleId, claimId }, [assigneeId]);
  const work = changes.find(({ field }) => field === "workState");
  if (work?.to === "settled" || work?.from === "settled")
    await notifyOfDecision(tx, actor, claimId, workStateSchema.parse(work.to));
}

/**
 * Settling a claim submits its verdict, which must be whole; reopening one goes on with a draft, and what was submitted
 * is kept as it was.
 */
async function followWorkState(tx: Db, actor: Actor, claim: ClaimRow, changes: FieldChange[]): Promise<void> {
  const change = changes.find(({ field }) => field === "workState");
  if (!change) return;
  if (change.to === "settled") {
    authorise(actor, "claim.settle");
    await submitVerdict(tx, claim.id);
  } else if (change.from === "settled") {
    const verdict = await findVerdict(tx, claim.id);
    if (verdict?.state === "submitted") await takeUp(tx, verdict);
  }
}
