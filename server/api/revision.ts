import { readPastRevision, readRevisions } from "#server/reads/past-revision.ts";
import { member } from "./implementer.ts";

export const revisionRouter = {
  list: member.revision.list.handler(({ context, input }) => readRevisions(context.actor, input)),
  get: member.revision.get.handler(({ context, input }) => readPastRevision(context.actor, input)),
};
