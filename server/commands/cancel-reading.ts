import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";

/**
 * Stops a reading of one's own, and throws away what was read so far; the instance that reads it notices within a second.
 * One that is over stays as it is. NOT_FOUND where the asker has none of that id.
 */
export async function cancelReading(actor: Actor, readingId: string): Promise<void> {
  authorise(actor, "article.create");
  await transaction(async (tx) => {
    const own = { id: readingId, createdById: actor.id };
    const { count } = await tx.reading.updateMany({
      where: { ...own, state: { in: ["waiting", "running"] } },
      data: { state: "cancelled", bytes: null },
    });
    if (count === 0) {
      if (!(await tx.reading.findFirst({ where: own, select: { id: true } }))) throw new Refusal("NOT_FOUND");
      return;
    }
    await tx.readingPage.deleteMany({ where: { readingId } });
    await appendEvent(tx, {
      kind: "reading.cancelled",
      actorId: actor.id,
      subjectId: readingId,
      data: {},
    });
  });
}
