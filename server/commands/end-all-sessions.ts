import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { appendEvent } from "#server/event-log.ts";
import { goodSessions } from "#server/reads/session.ts";

/**
 * Ends all of the actor's sessions but `keep`, the session that asks; null keeps none. Where there is none to end, nothing
 * happened. A sign-in that is under way is not caught: it proves itself now.
 *
 * @returns how many ended
 */
export async function endAllSessions(actor: Actor, keep: string | null): Promise<{ ended: number }> {
  authorise(actor, "session.manage", { memberId: actor.id });
  return transaction(async (tx) => {
    const which = { ...goodSessions(actor.id, new Date()), ...(keep !== null && { id: { not: keep } }) };
    const ended = await endSessions(tx, which, "elsewhere");
    if (ended > 0)
      await appendEvent(tx, {
        kind: "session.all_ended",
        actorId: actor.id,
        subjectId: actor.id,
        data: { ended },
      });
    return { ended };
  });
}
