import type { Actor } from "#domain/rights/predicate.ts";
import { db } from "#server/db.ts";
import { insertSession } from "#server/insert-session.ts";
import { makeActor } from "#server/test/actor.ts";
import { MEMBERS, type Rows } from "./row.ts";

/** A session of the member's at another browser; also of a member who cannot sign in any more. */
async function sessionOf({ id }: Actor): Promise<{ sessionId: string }> {
  return { sessionId: (await insertSession(db(), id, { userAgent: null })).sid };
}

/** Of where a member is signed in. */
export const SESSION_ROWS: Rows = {
  "session.list": { roles: MEMBERS, ask: async () => ({}) },
  "session.end": {
    roles: MEMBERS,
    isOwn: true,
    ask: async (asker) => ({ params: await sessionOf(asker) }),
  },
  "session.end of another's": {
    roles: MEMBERS,
    answers: "NOT_FOUND",
    ask: async () => ({ params: await sessionOf(await makeActor()) }),
  },
  "session.endAll": {
    roles: MEMBERS,
    isOwn: true,
    ask: async (asker) => {
      await sessionOf(asker);
      return { body: { which: "others" } };
    },
  },
};
