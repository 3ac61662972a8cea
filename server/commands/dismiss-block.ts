import type { Dismissal } from "#domain/article.ts";
import type { DismissalReason } from "#domain/dismissal.ts";
import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { lockArticle } from "#server/lock.ts";
import { blockOnNewest } from "#server/place-on-newest.ts";
import { dismissalInclude, dismissalView } from "#server/views/article.ts";

export interface DismissBlockInput {
  articleId: string;
  blockId: string;
  reason: DismissalReason;
  /** The revision in which the bullet was seen; absent for the newest. */
  revisionId?: string | undefined;
}

/** Says why a bullet needs no claim. Another reason replaces the first; the same one again changes nothing. */
export async function dismissBlock(actor: Actor, input: DismissBlockInput): Promise<Dismissal> {
  authorise(actor, "article.annotate");
  return await transaction(async (tx) => {
    const { articleId, reason } = input;
    await lockArticle(tx, articleId);
    const { revision, block } = await blockOnNewest(tx, articleId, input, actor.id);
    if (block.kind !== "bullet") throw new Refusal("NOT_A_BULLET");
    const [revisionId, blockId] = [revision.id, block.id];
    const where = { revisionId_blockId: { revisionId, blockId } };
    const before = await tx.dismissal.findUnique({ where, include: dismissalInclude });
    if (before?.reason === reason) return dismissalView(before);
    const row = await tx.dismissal.upsert({
      where,
      create: { articleId, revisionId, blockId, reason, createdById: actor.id },
      update: { reason, createdById: actor.id, createdAt: new Date() },
      include: dismissalInclude,
    });
    await appendEvent(tx, {
      kind: "block.dismissed",
      actorId: actor.id,
      articleId,
      subjectId: blockId,
      data: { reason },
    });
    return dismissalView(row);
  });
}
