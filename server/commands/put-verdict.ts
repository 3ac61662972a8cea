import type { Claim } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { FieldChange } from "#domain/event.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { VerdictDraft } from "#domain/verdict.ts";
import type { WrittenProse } from "#editor/prose-document.ts";
import type { Claim as ClaimRow, Prose, Verdict } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { allTold, proseColumns, proseOf, untoldChanges, writersWith } from "#server/claim-prose.ts";
import { type Db, transaction } from "#server/db.ts";
import {
  backToChecking,
  findVerdict,
  printable,
  type ScaleKey,
  scaleOf,
  type VerdictField,
  valuesOf,
  writeDraft,
} from "#server/draft-verdict.ts";
import { appendEvent } from "#server/event-log.ts";
import { changesBetween, changesData, conflictingFields } from "#server/field-changes.ts";
import { lastWriters } from "#server/last-writers.ts";
import { lockClaim } from "#server/lock.ts";
import { log } from "#server/log.ts";
import { rewriteAside } from "#server/prose/aside.ts";
import { assertCitations, readRationale } from "#server/rationale.ts";
import { loadClaim } from "#server/reads/claim.ts";

export type PutVerdictInput = { claimId: string } & VerdictDraft;

/**
 * Sets what is given of a claim's verdict and leaves the rest. The first one makes the verdict, under the article's
 * scale. A claim nobody had begun is now being checked, and a settled one is again: what was settled is not what stands
 * there now. What is equal already changes nothing and makes no event. Summary and rationale go through the document
 * that people write together, as the least change of it: who has it open sees them arrive.
 */
export async function putVerdict(actor: Actor, input: PutVerdictInput): Promise<Claim> {
  authorise(actor, "claim.update");
  const { ratingKey, ...sent } = await wantedOf(actor, input);
  return await transaction(async (tx) => {
    const claim = await lockClaim(tx, input.claimId);
    const verdict = await findVerdict(tx, claim.id);
    if (sent.rationale) await assertCitations(tx, claim.id, sent.rationale);
    const rewriting = await rewritingOf(tx, actor, claim, verdict, sent);
    const wanted = { ...(ratingKey !== undefined && { ratingKey }), ...rewriting?.written };
    const changes = changesBetween<VerdictField>(valuesOf(verdict), wanted);
    if (verdict) await assertNoConflict(tx, actor, verdict, changes, input.version);
    if (changes.length > 0) {
      const scale = await scaleOf(tx, claim, verdict);
      if (typeof wanted.ratingKey === "string") await assertRating(tx, scale, wanted.ratingKey);
      const subjectId = await writeDraft(tx, { claim, verdict, changes, scale, authorId: actor.id });
      const told = rewriting ? await keep(tx, rewriting, changes) : changes;
      const work = await backToChecking(tx, actor.id, claim);
      const writers = writersWith(rewriting?.prose.writers ?? [], [actor.id]);
      await appendEvent(tx, {
        kind: "verdict.updated",
        actorId: actor.id,
        articleId: claim.articleId,
        claimId: claim.id,
        subjectId,
        data: { ...changesData([...told.map(printable), ...work]), ...(writers.length > 1 && { writers }) },
      });
    }
    return await loadClaim(tx, actor, claim.id);
  });
}

/** A field that is absent stays; null empties it. */
async function wantedOf(actor: Actor, { rating, summary, rationale }: PutVerdictInput) {
  return {
    ...(rating !== undefined && { ratingKey: rating }),
    ...(summary !== undefined && { summary }),
    ...(rationale !== undefined && {
      rationale: rationale === null ? null : await readRationale(rationale, actor.id),
    }),
  };
}

/** What becomes of the shared document; `written` is what it then says. */
interface Rewriting {
  prose: Prose;
  state: Uint8Array;
  written: WrittenProse;
}

/** Null where the words that were sent stand there already. */
async function rewritingOf(
  tx: Db,
  actor: Actor,
  claim: ClaimRow,
  verdict: Verdict | null,
  sent: Partial<WrittenProse>,
): Promise<Rewriting | null> {
  const before = valuesOf(verdict);
  if (changesBetween<VerdictField>(before, { ...sent }).length === 0) return null;
  const prose = await proseOf(tx, claim);
  const { state, written } = await rewriteAside({ state: prose.state, wanted: sent }, actor.id);
  if (!written) log().warn({ claimId: claim.id }, "prose cannot be read; what was read from it before stays");
  return { prose, state, written: written ?? before };
}

/** Stores the document, wakes who has it open, and answers what the log is to be told: what it did not know of before as well. */
async function keep(tx: Db, { prose, state, written }: Rewriting, changes: FieldChange[]) {
  await tx.prose.update({
    where: { claimId: prose.claimId },
    data: { ...proseColumns(state, written), ...allTold(written) },
  });
  await tx.$executeRaw`SELECT pg_notify('uratori', ${`prose:stored:${prose.claimId}`})`;
  const others = changes.filter(({ field }) => field === "ratingKey");
  const told = [...others, ...untoldChanges(prose, written)];
  return told.length > 0 ? told : changes;
}

async function assertNoConflict(
  tx: Db,
  actor: Actor,
  verdict: Verdict,
  changes: FieldChange[],
  seen?: number,
) {
  const conflicts = conflictingFields(verdict, changes, seen);
  if (conflicts.length === 0) return;
  const fields = conflicts.map((field) => `verdict.${field === "ratingKey" ? "rating" : field}`);
  const { claimId } = verdict;
  const writers = await lastWriters(tx, { claimId, fields });
  throw new Refusal("CONFLICT", { current: await loadClaim(tx, actor, claimId), fields, writers });
}

async function assertRating(
  tx: Db,
  { scaleId, scaleVersion: version }: ScaleKey,
  key: string,
): Promise<void> {
  const rating = await tx.rating.findUnique({ where: { scaleId_version_key: { scaleId, version, key } } });
  if (!rating || rating.retiredAt) throw new Refusal("RATING_UNKNOWN");
}
