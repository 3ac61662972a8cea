import { networkAddress } from "#server/auth/network-address.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import { sealSession, sessionOf } from "#server/auth/session.ts";
import { sessionSetCookie } from "#server/auth/session-cookie.ts";
import { addPasskey } from "#server/commands/add-passkey.ts";
import { beginPasskey } from "#server/commands/begin-passkey.ts";
import { beginTotp } from "#server/commands/begin-totp.ts";
import { confirmTotp } from "#server/commands/confirm-totp.ts";
import { proveByPassword } from "#server/commands/prove-by-password.ts";
import { removeFactor } from "#server/commands/remove-factor.ts";
import { renamePasskey } from "#server/commands/rename-passkey.ts";
import { renewRecoveryCodes } from "#server/commands/renew-recovery-codes.ts";
import { requireSecondFactor } from "#server/commands/require-second-factor.ts";
import { resetSecondFactors } from "#server/commands/reset-second-factors.ts";
import { showFactor } from "#server/commands/show-factor.ts";
import { signInByPasskey } from "#server/commands/sign-in-by-passkey.ts";
import { listSecondFactorRules, readSecondFactors } from "#server/reads/second-factor.ts";
import { authenticationOptions } from "#server/second-factor/passkeys.ts";
import { member, open, owner } from "./implementer.ts";

const asRecord = (options: object): Record<string, unknown> => ({ ...options });

const { secondFactor } = open;
const { secondFactor: owned } = owner;

export const secondFactorRouter = {
  get: member.secondFactor.get.handler(({ context }) => readSecondFactors(context.actor)),
  proveByPassword: owned.proveByPassword.handler(async ({ context, input }) =>
    proveByPassword(context.owner, input),
  ),
  beginTotp: owned.beginTotp.handler(async ({ context }) => beginTotp(context.owner)),
  confirmTotp: owned.confirmTotp.handler(async ({ context, input }) =>
    confirmTotp(context.owner, input.code),
  ),
  removeTotp: owned.removeTotp.handler(async ({ context }) => removeFactor(context.owner, { kind: "totp" })),
  beginPasskey: owned.beginPasskey.handler(async ({ context }) =>
    asRecord(await beginPasskey(context.owner)),
  ),
  addPasskey: owned.addPasskey.handler(async ({ context, input }) => addPasskey(context.owner, input)),
  renamePasskey: owned.renamePasskey.handler(async ({ context, input }) =>
    renamePasskey(context.owner, input),
  ),
  removePasskey: owned.removePasskey.handler(async ({ context, input }) =>
    removeFactor(context.owner, { kind: "passkey", id: input.passkeyId }),
  ),
  renewRecoveryCodes: owned.renewRecoveryCodes.handler(async ({ context }) =>
    renewRecoveryCodes(context.owner),
  ),
  beginShowing: owned.beginShowing.handler(async ({ context }) =>
    asRecord(await authenticationOptions(context.owner.actor.id)),
  ),
  show: owned.show.handler(async ({ context, input }) => showFactor(context.owner, input)),
  beginSignIn: secondFactor.beginSignIn.handler(async ({ context }) => {
    assertSameOrigin(context.request);
    return asRecord(await authenticationOptions(null));
  }),
  signIn: secondFactor.signIn.handler(async ({ context, input }) => {
    const { request, resHeaders } = context;
    assertSameOrigin(request);
    const claims = await signInByPasskey({
      answer: input.answer,
      network: networkAddress(request.headers),
      userAgent: request.headers.get("user-agent"),
      replaces: (await sessionOf(request.headers))?.sid ?? null,
    });
    resHeaders?.append("set-cookie", sessionSetCookie(await sealSession(claims)));
  }),
  rules: member.secondFactor.rules.handler(async ({ context }) => ({
    items: await listSecondFactorRules(context.actor),
  })),
  require: member.secondFactor.require.handler(({ context, input }) =>
    requireSecondFactor(context.actor, input),
  ),
  reset: member.secondFactor.reset.handler(({ context, input }) => resetSecondFactors(context.actor, input)),
};
