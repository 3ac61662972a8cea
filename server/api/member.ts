import { networkAddress } from "#server/auth/network-address.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import { linkMark, throttled } from "#server/auth/throttle.ts";
import { acceptInvitation } from "#server/commands/accept-invitation.ts";
import { inviteMember } from "#server/commands/invite-member.ts";
import { revokeInvitation } from "#server/commands/revoke-invitation.ts";
import { setUp } from "#server/commands/set-up.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { readAssignableMembers } from "#server/reads/assignable-member.ts";
import { listInvitations, listMembers } from "#server/reads/member.ts";
import { readMentionableMembers } from "#server/reads/mentionable-member.ts";
import { member, open } from "./implementer.ts";

/** Calls with a link's secret, from one network address: wrong ones slow the next ones down. */
function withLink<Result>(request: Request, use: () => Promise<Result>): Promise<Result> {
  assertSameOrigin(request);
  return throttled([linkMark(networkAddress(request.headers))], ["LINK_INVALID"], use);
}

export const memberRouter = {
  assignable: member.member.assignable.handler(async ({ context }) => ({
    items: await readAssignableMembers(context.actor),
  })),
  mentionable: member.member.mentionable.handler(async ({ context }) => ({
    items: await readMentionableMembers(context.actor),
  })),
  list: member.member.list.handler(({ context, input }) => listMembers(context.actor, input)),
  update: member.member.update.handler(({ context, input }) => updateMember(context.actor, input)),
  invitations: member.member.invitations.handler(async ({ context }) => ({
    items: await listInvitations(context.actor),
  })),
  invite: member.member.invite.handler(({ context, input }) => inviteMember(context.actor, input)),
  revokeInvitation: member.member.revokeInvitation.handler(({ context, input }) =>
    revokeInvitation(context.actor, input.invitationId),
  ),
  acceptInvitation: open.member.acceptInvitation.handler(({ context, input }) =>
    withLink(context.request, () => acceptInvitation(input)),
  ),
  setUp: open.member.setUp.handler(({ context, input }) => withLink(context.request, () => setUp(input))),
};
