import { uuidv7 } from "uuidv7";
import { Refusal } from "#domain/error.ts";
import type { Evidence, EvidenceDraft } from "#domain/evidence.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { assertNewPassage } from "#server/evidence-passage.ts";
import { findOrCreateSource, findSource } from "#server/library.ts";
import { lockClaim } from "#server/lock.ts";
import { loadEvidence } from "#server/reads/evidence.ts";
import { isUniqueViolation } from "#server/unique-violation.ts";

export type AddEvidenceInput = { claimId: string } & EvidenceDraft;

/**
 * Puts a source to a claim: one of the library by its id, or one described here, which is found by its address or made
 * on the spot. With an `id` it may be sent any number of times and is added once.
 */
export async function addEvidence(actor: Actor, input: AddEvidenceInput): Promise<Evidence> {
  authorise(actor, "claim.update");
  return await transaction(async (tx) => {
    const claim = await lockClaim(tx, input.claimId);
    if (input.id !== undefined && (await standsAlready(tx, input.id, claim.id))) {
      return await loadEvidence(tx, input.id);
    }
    const { source, isNew } =
      "id" in input.source
        ? await findSource(tx, input.source.id)
        : await findOrCreateSource(tx, actor, input.source);
    const id = input.id ?? uuidv7();
    const passage = { quote: input.quote ?? "", locator: input.locator ?? "" };
    await assertNewPassage(tx, { id, claimId: claim.id, sourceId: source.id, ...passage });
    await insert(tx, {
      id,
      claimId: claim.id,
      sourceId: source.id,
      stance: input.stance,
      primary: input.primary,
      ...passage,
      note: input.note ?? "",
      addedById: actor.id,
    });
    await appendEvent(tx, {
      kind: "evidence.added",
      actorId: actor.id,
      articleId: claim.articleId,
      claimId: claim.id,
      subjectId: id,
      data: { sourceId: source.id, title: source.title, stance: input.stance, newSource: isNew },
    });
    return await loadEvidence(tx, id);
  });
}

async function standsAlready(tx: Db, id: string, claimId: string): Promise<boolean> {
  const evidence = await tx.evidence.findUnique({
    where: { id },
    select: { claimId: true, removedAt: true },
  });
  if (evidence && (evidence.claimId !== claimId || evidence.removedAt)) throw new Refusal("ID_TAKEN");
  return evidence !== null;
}

/** The article's lock keeps its own writers apart; the same id may still come from another article's. */
async function insert(tx: Db, data: Prisma.EvidenceUncheckedCreateInput): Promise<void> {
  try {
    await tx.evidence.create({ data });
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal("ID_TAKEN") : error;
  }
}
