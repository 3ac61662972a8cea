import { setWatch } from "#server/commands/set-watch.ts";
import { settleChange } from "#server/commands/settle-change.ts";
import { stopWatch } from "#server/commands/stop-watch.ts";
import { readAddressStanding } from "#server/reads/watch.ts";
import { member } from "./implementer.ts";

export const watchRouter = {
  get: member.watch.get.handler(({ context, input }) => readAddressStanding(context.actor, input.articleId)),
  put: member.watch.put.handler(({ context, input }) => setWatch(context.actor, input)),
  remove: member.watch.remove.handler(({ context, input }) => stopWatch(context.actor, input)),
  settleChange: member.watch.settleChange.handler(({ context, input }) => settleChange(context.actor, input)),
};
