import { addEvidence } from "#server/commands/add-evidence.ts";
import { removeEvidence } from "#server/commands/remove-evidence.ts";
import { restoreEvidence } from "#server/commands/restore-evidence.ts";
import { updateEvidence } from "#server/commands/update-evidence.ts";
import { member } from "./implementer.ts";

export const evidenceRouter = {
  add: member.evidence.add.handler(({ context, input }) => addEvidence(context.actor, input)),
  update: member.evidence.update.handler(({ context, input }) => updateEvidence(context.actor, input)),
  remove: member.evidence.remove.handler(({ context, input }) => removeEvidence(context.actor, input)),
  restore: member.evidence.restore.handler(({ context, input }) => restoreEvidence(context.actor, input)),
};
