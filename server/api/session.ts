import { endAllSessions } from "#server/commands/end-all-sessions.ts";
import { endSession } from "#server/commands/end-session.ts";
import { listSessions } from "#server/reads/session.ts";
import { member } from "./implementer.ts";

export const sessionRouter = {
  list: member.session.list.handler(async ({ context }) => ({
    items: await listSessions(context.actor, context.caller.sessionId),
  })),
  end: member.session.end.handler(({ context, input }) =>
    endSession(context.actor, input.sessionId, context.caller.sessionId),
  ),
  endAll: member.session.endAll.handler(({ context, input }) =>
    endAllSessions(context.actor, input.which === "others" ? context.caller.sessionId : null),
  ),
};
