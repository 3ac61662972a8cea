import type { z } from "zod";
import type { notificationReadSchema } from "#contract/notification.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { countUnread } from "#server/reads/notification.ts";

export type ReadNotificationsInput = z.output<typeof notificationReadSchema>;

/**
 * Says which of one's own inbox one has read, or not after all. What is of others, or of nobody, is passed over, and
 * what was read before keeps its moment. No event: an inbox is its owner's, not the article's.
 */
export async function readNotifications(
  actor: Actor,
  input: ReadNotificationsInput,
): Promise<{ unread: number }> {
  authorise(actor, "inbox.manage", { memberId: actor.id });
  return await transaction(async (tx) => {
    const which = "ids" in input ? { id: { in: input.ids } } : { createdAt: { lte: new Date(input.upTo) } };
    const read = "ids" in input ? input.read : true;
    await tx.notification.updateMany({
      where: { memberId: actor.id, inApp: true, ...which, readAt: read ? null : { not: null } },
      data: { readAt: read ? new Date() : null },
    });
    return { unread: await countUnread(tx, actor.id) };
  });
}
