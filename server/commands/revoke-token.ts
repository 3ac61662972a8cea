import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";

/**
 * Takes a personal token of the actor's back; it stops working at once.
 *
 * @throws Refusal NOT_FOUND (also for somebody else's, so that ids can't be tried out)
 */
export async function revokeToken(actor: Actor, tokenId: string): Promise<void> {
  authorise(actor, "token.manage", { memberId: actor.id });
  await transaction(async (tx) => {
    const { count } = await tx.accessToken.updateMany({
      where: { id: tokenId, memberId: actor.id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new Refusal("NOT_FOUND");
    await appendEvent(tx, { kind: "token.revoked", actorId: actor.id, subjectId: tokenId });
  });
}
