import { MEMBER_HEADER } from "#contract/procedure.ts";
import { Refusal } from "#domain/error.ts";
import { carriesBearer } from "#server/auth/access-token.ts";
import { type FactorOwner, resolveFactorOwner } from "#server/auth/factor-owner.ts";
import { networkAddress } from "#server/auth/network-address.ts";
import { assertSameOrigin } from "#server/auth/same-origin.ts";
import { sealSession, sessionOf } from "#server/auth/session.ts";
import { sessionFromCookieHeader, sessionSetCookie } from "#server/auth/session-cookie.ts";
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
import type { ApiContext } from "./context.ts";
import { member, open } from "./implementer.ts";

/**
 * Whose second factors a call is about: the member of the session's cookie, also where that session waits for its second
 * factor. A personal token is no way to them.
 *
 * @throws Refusal UNAUTHENTICATED, ORIGIN_REFUSED
 */
async function ownerOf({ request }: ApiContext): Promise<FactorOwner> {
  const { headers } = request;
  if (carriesBearer(headers)) throw new Refusal("UNAUTHENTICATED");
  const owner = await resolveFactorOwner(sessionFromCookieHeader(headers.get("cookie")));
  const meant = headers.get(MEMBER_HEADER);
  if (!owner || (meant !== null && meant !== owner.actor.id)) throw new Refusal("UNAUTHENTICATED");
  assertSameOrigin(request);
  return owner;
}

const asRecord = (options: object): Record<string, unknown> => ({ ...options });

const { secondFactor } = open;

export const secondFactorRouter = {
  get: member.secondFactor.get.handler(({ context }) => readSecondFactors(context.actor)),
  proveByPassword: secondFactor.proveByPassword.handler(async ({ context, input }) =>
    proveByPassword(await ownerOf(context), input),
  ),
  beginTotp: secondFactor.beginTotp.handler(async ({ context }) => beginTotp(await ownerOf(context))),
  confirmTotp: secondFactor.confirmTotp.handler(async ({ context, input }) =>
    confirmTotp(await ownerOf(context), input.code),
  ),
  removeTotp: secondFactor.removeTotp.handler(async ({ context }) =>
    removeFactor(await ownerOf(context), { kind: "totp" }),
  ),
  beginPasskey: secondFactor.beginPasskey.handler(async ({ context }) =>
    asRecord(await beginPasskey(await ownerOf(context))),
  ),
  addPasskey: secondFactor.addPasskey.handler(async ({ context, input }) =>
    addPasskey(await ownerOf(context), input),
  ),
  renamePasskey: secondFactor.renamePasskey.handler(async ({ context, input }) =>
    renamePasskey(await ownerOf(context), input),
  ),
  removePasskey: secondFactor.removePasskey.handler(async ({ context, input }) =>
    removeFactor(await ownerOf(context), { kind: "passkey", id: input.passkeyId }),
  ),
  renewRecoveryCodes: secondFactor.renewRecoveryCodes.handler(async ({ context }) =>
    renewRecoveryCodes(await ownerOf(context)),
  ),
  beginShowing: secondFactor.beginShowing.handler(async ({ context }) =>
    asRecord(await authenticationOptions((await ownerOf(context)).actor.id)),
  ),
  show: secondFactor.show.handler(async ({ context, input }) => showFactor(await ownerOf(context), input)),
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
