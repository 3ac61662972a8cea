import type { FieldChange } from "#domain/event.ts";
import { firstProse, type WrittenProse } from "#editor/prose-document.ts";
import { rationaleText } from "#editor/rationale-text.ts";
import { type Claim, Prisma, type Prose } from "#prisma/generated/client.ts";
import type { Db } from "#server/db.ts";
import { findVerdict, storedRationale, valuesOf } from "#server/draft-verdict.ts";
import { changesBetween } from "#server/field-changes.ts";

/**
 * The shared document of a locked claim. Where nobody opened it yet it is made from the verdict's words, under the lock:
 * two instances that open it at once get one and the same.
 */
export async function proseOf(tx: Db, claim: Claim): Promise<Prose> {
  const stored = await tx.prose.findUnique({ where: { claimId: claim.id } });
  if (stored) return stored;
  const { summary, rationale } = valuesOf(await findVerdict(tx, claim.id));
  return await tx.prose.create({
    data: {
      claimId: claim.id,
      state: bytes(firstProse({ summary, rationale })),
      ...derived({ summary, rationale }),
      toldSummary: summary,
      toldRationale: orNull(rationale),
    },
  });
}

/** The columns that a document's state and what is read from it make. */
export const proseColumns = (state: Uint8Array, written: WrittenProse) => ({
  state: bytes(state),
  ...derived(written),
  changedAt: new Date(),
});

/** What the log has not been told of yet, field by field. */
export const untoldChanges = (prose: Prose, now: WrittenProse): FieldChange[] =>
  changesBetween<keyof WrittenProse>(
    { summary: prose.toldSummary, rationale: storedRationale(prose.toldRationale) },
    { summary: now.summary, rationale: now.rationale },
  );

/** The columns that say that the log knows everything. */
export const allTold = ({ summary, rationale }: WrittenProse) => ({
  toldSummary: summary,
  toldRationale: orNull(rationale),
  untoldSince: null,
  writers: [],
});

/** `writers` after `more` wrote as well: each once, the last one last. */
export const writersWith = (writers: readonly string[], more: readonly string[]): string[] =>
  [...new Set([...writers, ...more].toReversed())].toReversed();

const derived = ({ summary, rationale }: WrittenProse) => ({
  summary,
  rationale: orNull(rationale),
  rationaleText: rationale ? rationaleText(rationale) : "",
});

const orNull = (rationale: WrittenProse["rationale"]) =>
  rationale === null ? Prisma.DbNull : (rationale as unknown as Prisma.InputJsonObject);

/** Prisma wants bytes that nobody shares. */
const bytes = (state: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(state);
