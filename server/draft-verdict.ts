import { Refusal } from "#domain/error.ts";
import type { FieldChange } from "#domain/event.ts";
import { canonicalRationale } from "#editor/canonical-rationale.ts";
import { parseRationale } from "#editor/parse-rationale.ts";
import type { WrittenProse } from "#editor/prose-document.ts";
import type { Rationale } from "#editor/rationale-node.ts";
import { rationaleText } from "#editor/rationale-text.ts";
import { type Claim, Prisma, type Verdict } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { raisedVersion, versionsAt } from "#server/field-changes.ts";
import { notifyOfDecision } from "#server/notify.ts";
import { currentVerdict } from "#server/views/verdict.ts";

/** The columns of a verdict that people write. */
export type VerdictField = "ratingKey" | "summary" | "rationale";
type VerdictValues = { ratingKey: string | null } & WrittenProse;
export type ScaleKey = { scaleId: string; scaleVersion: number };

/** The claim's verdict that counts; null before the first. The claim is locked. */
export const findVerdict = (tx: Db, claimId: string): Promise<Verdict | null> =>
  tx.verdict.findFirst({ where: { claimId, ...currentVerdict } });

/** What stands in a verdict, in the one form in which what people write is compared with it. */
export const valuesOf = (verdict: Verdict | null): VerdictValues => ({
  ratingKey: verdict?.ratingKey ?? null,
  summary: verdict?.summary ?? "",
  rationale: storedRationale(verdict?.rationale ?? null),
});

/** A rationale from a column; null where there is none. */
export function storedRationale(column: Prisma.JsonValue): Rationale | null {
  const parsed = column === null ? null : parseRationale(column);
  return parsed?.ok ? canonicalRationale(parsed.rationale) : null;
}

/** A verdict keeps the scale and version it was given under; a new one takes the article's. */
export async function scaleOf(tx: Db, claim: Claim, verdict: Verdict | null): Promise<ScaleKey> {
  if (verdict) return verdict;
  const { scaleId, scaleVersion } = await tx.article.findUniqueOrThrow({ where: { id: claim.articleId } });
  return { scaleId, scaleVersion };
}

/**
 * Writes changes into the claim's draft and answers its id. Where there is none yet it is made, under `scale` and by
 * `authorId`; a verdict that was submitted stays as it was submitted, and a new draft goes on from it. Whoever changes
 * the rating answers for the finding from then on; better words for it leave it its author's.
 */
export async function writeDraft(
  tx: Db,
  {
    claim,
    verdict,
    changes,
    scale: { scaleId, scaleVersion },
    authorId,
  }: { claim: Claim; verdict: Verdict | null; changes: FieldChange[]; scale: ScaleKey; authorId: string },
): Promise<string> {
  const fields = changes.map(({ field }) => field);
  if (!verdict) {
    const first = {
      claimId: claim.id,
      authorId,
      scaleId,
      scaleVersion,
      fieldVersions: versionsAt(1, fields),
    };
    return (await tx.verdict.create({ data: { ...first, ...columnsOf(changes) } })).id;
  }
  const id = verdict.state === "submitted" ? await takeUp(tx, verdict) : verdict.id;
  const author = fields.includes("ratingKey") ? { authorId } : {};
  await tx.verdict.update({
    where: { id },
    data: { state: "draft", ...columnsOf(changes), ...author, ...raisedVersion(verdict, fields) },
  });
  return id;
}

/** Submits the claim's verdict, which must be whole. The claim is locked. */
export async function submitVerdict(tx: Db, claimId: string): Promise<void> {
  const verdict = await findVerdict(tx, claimId);
  if (!verdict?.ratingKey || verdict.summary === "") throw new Refusal("VERDICT_INCOMPLETE");
  await tx.verdict.update({ where: { id: verdict.id }, data: { state: "submitted" } });
}

/** Keeps a submitted verdict as it was submitted, and goes on with a copy of it as a draft. Answers the copy's id. */
export async function takeUp(tx: Db, verdict: Verdict): Promise<string> {
  await tx.verdict.update({ where: { id: verdict.id }, data: { state: "superseded" } });
  const { id: _own, createdAt: _then, updatedAt: _last, rationale, fieldVersions, ...rest } = verdict;
  const copied = {
    ...rest,
    state: "draft" as const,
    rationale: rationale ?? Prisma.DbNull,
    fieldVersions: fieldVersions ?? {},
  };
  return (await tx.verdict.create({ data: copied })).id;
}

const columnsOf = (changes: FieldChange[]) =>
  Object.fromEntries(
    changes.map(({ field, to }) => [field, field === "rationale" && to === null ? Prisma.DbNull : to]),
  );

/**
 * Takes the claim to `checking`, by the hand of `actorId`, where its state says that nothing was begun, or that all is
 * settled. Only the latter counts as a change of the field: whoever settled must hear of it, and those concerned are
 * told, while work that began by itself is nobody's word against a person who settles next.
 */
export async function backToChecking(tx: Db, actorId: string, claim: Claim): Promise<FieldChange[]> {
  const { workState: from } = claim;
  if (from !== "to_check" && from !== "settled") return [];
  const work: FieldChange = { field: "workState", from, to: "checking" };
  const changed = from === "settled" ? [work.field] : [];
  await tx.claim.update({
    where: { id: claim.id },
    data: { workState: "checking", ...raisedVersion(claim, changed) },
  });
  if (from === "settled") await notifyOfDecision(tx, { id: actorId }, claim.id, "checking");
  return [work];
}

/** A history prints words: a rationale's two sides are kept as plain text, and a rating by the name the API gives it. */
export function printable({ field, from, to }: FieldChange): FieldChange {
  if (field === "rationale") return { field, from: wordsOf(from), to: wordsOf(to) };
  return { field: field === "ratingKey" ? "rating" : field, from, to };
}

const wordsOf = (rationale: unknown): string =>
  rationale === null ? "" : rationaleText(rationale as Rationale);
