import type { Actor } from "#domain/rights/predicate.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { MEMBERS, type Rows } from "./row.ts";

/** Another session of the member's, at another browser. */
async function anotherOf({ id }: Actor): Promise<{ sessionId: string }> {
  const member = await db().member.findUniqueOrThrow({ where: { id } });
  const { sid } = await beginSession({ member, userAgent: null, replaces: null });
  return { sessionId: sid };
}

/** Of where a member is signed in. */
export const SESSION_ROWS: Rows = {
  "session.list": { roles: MEMBERS, ask: async () => ({}) },
  "session.end": {
    roles: MEMBERS,
    isOwn: true,
    ask: async (asker) => ({ params: { ...(await anotherOf(asker)) } }),
  },
  "session.end of another's": {
    roles: MEMBERS,
    answers: "NOT_FOUND",
    ask: async () => ({ params: { ...(await anotherOf(await makeActor())) } }),
  },
  "session.endAll": {
    roles: MEMBERS,
    isOwn: true,
    ask: async (asker) => {
      await anotherOf(asker);
      return { body: { which: "others" } };
    },
  },
};
