import { confirmClaim } from "#server/commands/confirm-claim.ts";
import { createClaim } from "#server/commands/create-claim.ts";
import { deleteClaim } from "#server/commands/delete-claim.ts";
import { putVerdict } from "#server/commands/put-verdict.ts";
import { restoreClaim } from "#server/commands/restore-claim.ts";
import { updateClaim } from "#server/commands/update-claim.ts";
import { readClaim, readClaims } from "#server/reads/claim.ts";
import { member } from "./implementer.ts";

export const claimRouter = {
  list: member.claim.list.handler(({ context, input }) => readClaims(context.actor, input)),
  create: member.claim.create.handler(({ context, input }) => createClaim(context.actor, input)),
  get: member.claim.get.handler(({ context, input }) => readClaim(context.actor, input.claimId)),
  update: member.claim.update.handler(({ context, input }) => updateClaim(context.actor, input)),
  remove: member.claim.remove.handler(({ context, input }) => deleteClaim(context.actor, input)),
  restore: member.claim.restore.handler(({ context, input }) => restoreClaim(context.actor, input)),
  confirm: member.claim.confirm.handler(({ context, input }) => confirmClaim(context.actor, input)),
  putVerdict: member.claim.putVerdict.handler(({ context, input }) => putVerdict(context.actor, input)),
};
