import { sealSession } from "#server/auth/session.ts";
import { sessionSetCookie } from "#server/auth/session-cookie.ts";
import { changePassword } from "#server/commands/change-password.ts";
import { createToken } from "#server/commands/create-token.ts";
import { revokeToken } from "#server/commands/revoke-token.ts";
import { updateProfile } from "#server/commands/update-profile.ts";
import { listAccessTokens, readProfile } from "#server/reads/profile.ts";
import { member } from "./implementer.ts";

export const profileRouter = {
  get: member.profile.get.handler(({ context }) => readProfile(context.actor)),
  update: member.profile.update.handler(({ context, input }) => updateProfile(context.actor, input)),
  changePassword: member.profile.changePassword.handler(async ({ context, input }) => {
    const { caller, request } = context;
    const { secondFactorAt } = caller;
    const userAgent = request.headers.get("user-agent");
    const browser = caller.via === "session" ? { userAgent, secondFactorAt } : null;
    const claims = await changePassword(context.actor, input, browser);
    // The session that asked ended with all others; the person who asked stays in.
    if (claims) context.resHeaders?.append("set-cookie", sessionSetCookie(await sealSession(claims)));
  }),
  tokens: member.profile.tokens.handler(async ({ context }) => ({
    items: await listAccessTokens(context.actor),
  })),
  createToken: member.profile.createToken.handler(({ context, input }) =>
    createToken(context.actor, input, { expiresAt: context.caller.tokenExpiresAt ?? null }),
  ),
  revokeToken: member.profile.revokeToken.handler(({ context, input }) =>
    revokeToken(context.actor, input.tokenId),
  ),
};
