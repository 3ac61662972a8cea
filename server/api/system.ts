import { pauseWatch } from "#server/commands/pause-watch.ts";
import { retryMail } from "#server/commands/retry-mail.ts";
import { retryReading } from "#server/commands/retry-reading.ts";
import { retryWatch } from "#server/commands/retry-watch.ts";
import { readSystemStatus } from "#server/reads/system-status.ts";
import { readSystemWork } from "#server/reads/system-work.ts";
import { member } from "./implementer.ts";

export const systemRouter = {
  status: member.system.status.handler(({ context }) => readSystemStatus(context.actor)),
  work: member.system.work.handler(({ context }) => readSystemWork(context.actor)),
  retryReading: member.system.retryReading.handler(({ context, input }) =>
    retryReading(context.actor, input.readingId),
  ),
  retryWatch: member.system.retryWatch.handler(({ context, input }) =>
    retryWatch(context.actor, input.articleId),
  ),
  pauseWatch: member.system.pauseWatch.handler(({ context, input }) => pauseWatch(context.actor, input)),
  retryMail: member.system.retryMail.handler(({ context, input }) =>
    retryMail(context.actor, input.memberId),
  ),
};
