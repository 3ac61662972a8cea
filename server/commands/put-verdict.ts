import type { Claim } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { FieldChange } from "#domain/event.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { VerdictDraft } from "#domain/verdict.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { rationaleText } from "#editor/rationale-text.ts";
import { type Claim as ClaimRow, Prisma, type Verdict } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import {
  changesBetween,
  changesData,
  conflictingFields,
  raisedVersion,
  versionsAt,
} from "#server/field-changes.ts";
import { lockClaim } from "#server/lock.ts";
import { notifyOfDecision } from "#server/notify.ts";
import { readRationale } from "#server/rationale.ts";
import { loadClaim } from "#server/reads/claim.ts";
import { currentVerdict } from "#server/views/verdict.ts";

export type PutVerdictInput = { claimId: string } & VerdictDraft;

/**
 * Sets what is given of a claim's verdict and leaves the rest. The first one makes the verdict, under the article's
 * scale. A claim nobody had begun is now being checked, and a settled one is again: what was settled is not what stands
 * there now. What is equal already changes nothing and makes no event.
 */
export async function putVerdict(actor: Actor, input: PutVerdictInput): Promise<Claim> {
  authorise(actor, "claim.update");
  return await transaction(async (tx) => {
    const claim = await lockClaim(tx, input.claimId);
    const verdict = await tx.verdict.findFirst({ where: { claimId: claim.id, ...currentVerdict } });
    const changes = changesBetween<VerdictField>(verdict ?? NOTHING_YET, await wantedOf(tx, claim, input));
    if (verdict) await assertNoConflict(tx, actor, verdict, changes, input.version);
    if (changes.length > 0) {
      const rating = changes.find(({ field }) => field === "ratingKey")?.to;
      const scale = await scaleOf(tx, claim, verdict);
      if (typeof rating === "string") await assertRating(tx, scale, rating);
      const subjectId = verdict
        ? await change(tx, actor, verdict, changes)
        : await create(tx, actor, claim, scale, changes);
      const work = await backToChecking(tx, claim);
      await appendEvent(tx, {
        kind: "verdict.updated",
        actorId: actor.id,
        articleId: claim.articleId,
        claimId: claim.id,
        subjectId,
        data: changesData([...changes.map(printable), ...work]),
      });
      if (claim.workState === "settled") await notifyOfDecision(tx, actor, claim.id, "checking");
    }
    return await loadClaim(tx, actor, claim.id);
  });
}

type VerdictField = "ratingKey" | "summary" | "rationale";
type ScaleKey = { scaleId: string; scaleVersion: number };

const NOTHING_YET: Record<VerdictField, unknown> = { ratingKey: null, summary: "", rationale: null };

/** A field that is absent stays; null empties it. */
async function wantedOf(tx: Db, claim: ClaimRow, input: PutVerdictInput) {
  const { rating, summary, rationale } = input;
  return {
    ...(rating !== undefined && { ratingKey: rating }),
    ...(summary !== undefined && { summary }),
    ...(rationale !== undefined && {
      rationale: rationale === null ? null : await readRationale(tx, claim.id, rationale),
    }),
  };
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
  throw new Refusal("CONFLICT", { current: await loadClaim(tx, actor, verdict.claimId), fields });
}

/** A verdict keeps the scale and version it was given under; a new one takes the article's. */
async function scaleOf(tx: Db, claim: ClaimRow, verdict: Verdict | null): Promise<ScaleKey> {
  if (verdict) return verdict;
  const { scaleId, scaleVersion } = await tx.article.findUniqueOrThrow({ where: { id: claim.articleId } });
  return { scaleId, scaleVersion };
}

async function assertRating(
  tx: Db,
  { scaleId, scaleVersion: version }: ScaleKey,
  key: string,
): Promise<void> {
  const rating = await tx.rating.findUnique({ where: { scaleId_version_key: { scaleId, version, key } } });
  if (!rating || rating.retiredAt) throw new Refusal("RATING_UNKNOWN");
}

async function create(
  tx: Db,
  actor: Actor,
  claim: ClaimRow,
  { scaleId, scaleVersion }: ScaleKey,
  changes: FieldChange[],
) {
  const fieldVersions = versionsAt(
    1,
    changes.map(({ field }) => field),
  );
  const verdict = await tx.verdict.create({
    data: {
      claimId: claim.id,
      authorId: actor.id,
      scaleId,
      scaleVersion,
      fieldVersions,
      ...columnsOf(changes),
    },
  });
  return verdict.id;
}

/** Whoever changes the rating answers for the finding from then on; better words for it leave it its author's. */
async function change(tx: Db, actor: Actor, verdict: Verdict, changes: FieldChange[]): Promise<string> {
  const fields = changes.map(({ field }) => field);
  await tx.verdict.update({
    where: { id: verdict.id },
    data: {
      state: "draft",
      ...columnsOf(changes),
      ...(fields.includes("ratingKey") && { authorId: actor.id }),
      ...raisedVersion(verdict, fields),
    },
  });
  return verdict.id;
}

const columnsOf = (changes: FieldChange[]) =>
  Object.fromEntries(
    changes.map(({ field, to }) => [field, field === "rationale" && to === null ? Prisma.DbNull : to]),
  );

/**
 * Takes the claim to `checking` where its state says that nothing was begun, or that all is settled. Only the latter
 * counts as a change of the field: whoever settled must hear of it, while work that began by itself is nobody's word
 * against a person who settles next.
 */
async function backToChecking(tx: Db, claim: ClaimRow): Promise<FieldChange[]> {
  const { workState: from } = claim;
  if (from !== "to_check" && from !== "settled") return [];
  const work: FieldChange = { field: "workState", from, to: "checking" };
  const changed = from === "settled" ? [work.field] : [];
  await tx.claim.update({
    where: { id: claim.id },
    data: { workState: "checking", ...raisedVersion(claim, changed) },
  });
  return [work];
}

/** A history prints words: a rationale's two sides are kept as plain text, and a rating by the name the API gives it. */
function printable({ field, from, to }: FieldChange): FieldChange {
  if (field === "rationale") return { field, from: wordsOf(from), to: wordsOf(to) };
  return { field: field === "ratingKey" ? "rating" : field, from, to };
}

const wordsOf = (rationale: unknown): string =>
  rationale === null ? "" : rationaleText(rationale as Rationale);
