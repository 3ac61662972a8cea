import { createSource } from "#server/commands/create-source.ts";
import { updateSource } from "#server/commands/update-source.ts";
import { readSources } from "#server/reads/source.ts";
import { member } from "./implementer.ts";

export const sourceRouter = {
  list: member.source.list.handler(({ context, input }) => readSources(context.actor, input)),
  create: member.source.create.handler(({ context, input }) => createSource(context.actor, input)),
  update: member.source.update.handler(({ context, input }) => updateSource(context.actor, input)),
};
