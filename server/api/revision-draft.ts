import { decideDraftClaim, undecideDraftClaim } from "#server/commands/decide-draft-claim.ts";
import { putRevisionDraft } from "#server/commands/put-revision-draft.ts";
import { removeRevisionDraft } from "#server/commands/remove-revision-draft.ts";
import { saveRevisionDraft } from "#server/commands/save-revision-draft.ts";
import { readRevisionDraft } from "#server/reads/revision-draft.ts";
import { member } from "./implementer.ts";

export const revisionDraftRouter = {
  get: member.revisionDraft.get.handler(({ context, input }) =>
    readRevisionDraft(context.actor, input.articleId),
  ),
  put: member.revisionDraft.put.handler(({ context, input }) => putRevisionDraft(context.actor, input)),
  remove: member.revisionDraft.remove.handler(({ context, input }) =>
    removeRevisionDraft(context.actor, input),
  ),
  decide: member.revisionDraft.decide.handler(({ context, input }) => decideDraftClaim(context.actor, input)),
  undecide: member.revisionDraft.undecide.handler(({ context, input }) =>
    undecideDraftClaim(context.actor, input),
  ),
  save: member.revisionDraft.save.handler(({ context, input }) => saveRevisionDraft(context.actor, input)),
};
