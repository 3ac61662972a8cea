import { uuidv7 } from "uuidv7";
import type { z } from "zod";
import type { claimDraftSchema } from "#contract/claim.ts";
import { type Claim, orderedKinds } from "#domain/claim.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { placeAhead, placeOnNewest } from "#server/place-on-newest.ts";
import { loadClaim } from "#server/reads/claim.ts";
import { isUniqueViolation } from "#server/unique-violation.ts";

export type CreateClaimInput = { articleId: string } & z.output<typeof claimDraftSchema>;

/**
 * Marks a passage as a claim. With an `id` it may be sent any number of times and makes one claim; an id that belongs
 * to another article's claim or to a deleted one is ID_TAKEN.
 */
export async function createClaim(actor: Actor, input: CreateClaimInput): Promise<Claim> {
  authorise(actor, "article.annotate");
  await placeAhead(input.articleId, input.target, actor.id);
  return await transaction(async (tx) => {
    await lockArticle(tx, input.articleId);
    const id = input.id ?? uuidv7();
    if (input.id && (await standsAlready(tx, id, input.articleId))) return await loadClaim(tx, actor, id);
    const { revision, range } = await placeOnNewest(tx, input.articleId, input.target, actor.id);
    const { articleId, statement, claimant, kinds, priority } = input;
    await insert(tx, {
      id,
      articleId,
      createdById: actor.id,
      statement: statement ?? "",
      claimant: claimant ?? "",
      kinds: orderedKinds(kinds ?? []),
      ...(priority && { priority }),
    });
    await tx.anchor.create({
      data: { ...range, claimId: id, revisionId: revision.id, state: "exact" },
      select: { claimId: true },
    });
    await appendEvent(tx, {
      kind: "claim.created",
      actorId: actor.id,
      articleId,
      claimId: id,
      subjectId: id,
      data: { blockId: range.blockId, exact: range.exact },
    });
    return await loadClaim(tx, actor, id);
  });
}

async function standsAlready(tx: Db, id: string, articleId: string): Promise<boolean> {
  const claim = await tx.claim.findUnique({ where: { id }, select: { articleId: true, deletedAt: true } });
  if (claim && (claim.articleId !== articleId || claim.deletedAt)) throw new Refusal("ID_TAKEN");
  return claim !== null;
}

/** The article's lock keeps its own writers apart; the same id may still come from another article's. */
async function insert(tx: Db, data: Prisma.ClaimUncheckedCreateInput): Promise<void> {
  try {
    // Asked for little, Prisma reads nothing back; nested rows would make it.
    await tx.claim.create({ data, select: { id: true } });
  } catch (error) {
    throw isUniqueViolation(error) ? new Refusal("ID_TAKEN") : error;
  }
}
