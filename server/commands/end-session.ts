import { Refusal } from "#domain/error.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { appendEvent } from "#server/event-log.ts";
import { goodSessions } from "#server/reads/session.ts";

/**
 * Ends one of the actor's sessions. `current`: the session that asks, null where a token does.
 *
 * @throws Refusal NOT_FOUND (also where it has ended, or is somebody else's, so that ids can't be tried out)
 */
export async function endSession(actor: Actor, sessionId: string, current: string | null): Promise<void> {
  authorise(actor, "session.manage", { memberId: actor.id });
  await transaction(async (tx) => {
    const which = { ...goodSessions(actor.id, new Date()), id: sessionId };
    const count = await endSessions(tx, which, sessionId === current ? "signed_out" : "elsewhere");
    if (count === 0) throw new Refusal("NOT_FOUND");
    await appendEvent(tx, { kind: "session.ended", actorId: actor.id, subjectId: sessionId });
  });
}
