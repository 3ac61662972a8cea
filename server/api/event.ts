import { readEvents } from "#server/reads/event.ts";
import { member } from "./implementer.ts";

export const eventRouter = {
  list: member.event.list.handler(({ context, input }) => readEvents(context.actor, input)),
};
