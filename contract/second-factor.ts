import { z } from "zod";
import { idSchema } from "#domain/id.ts";
import { roleSchema } from "#domain/member.ts";
import {
  factorCodeSchema,
  passkeyNameSchema,
  passkeySchema,
  secondFactorRuleSchema,
  secondFactorsSchema,
} from "#domain/second-factor.ts";
import { errors } from "./error.ts";
import { memberCall, openCall } from "./procedure.ts";

const tags = ["Second factor"];

/** What the browser's WebAuthn API takes and answers, as JSON (WebAuthn Level 3, section 5.1). */
const webAuthnSchema = z.record(z.string(), z.unknown());
const passkeyId = z.object({ passkeyId: idSchema });
const recoveryCodes = z.array(z.string());

/** By a session's cookie only; one that waits for its second factor is enough where the summary says so. */
const ownerCall = openCall.meta({ judgesSession: true }).errors(errors("UNAUTHENTICATED", "FORBIDDEN"));
const changeCall = ownerCall.errors(errors("SECOND_FACTOR_NEEDED", "PROOF_NEEDED"));
/** What another call proves by is good once, so that it takes no key; these are known by theirs when they come again. */
const keyedCall = changeCall.errors(errors("IDEMPOTENCY_KEY_REUSED"));
/** Secrets are in its answer, which is given once. */
const secretCall = keyedCall.meta({ answersSecret: true }).errors(errors("SECRET_SHOWN_ONCE"));

export const secondFactorContract = {
  get: memberCall
    .route({ method: "GET", path: "/second-factor", tags, summary: "My second factors" })
    .output(secondFactorsSchema),

  proveByPassword: ownerCall
    .errors(errors("IDEMPOTENCY_KEY_REUSED"))
    .route({
      method: "POST",
      path: "/second-factor/password",
      tags,
      successStatus: 204,
      summary: "Prove who I am, to change my second factors in the next minutes",
    })
    .input(z.object({ password: z.string().max(200) }))
    .errors(errors("PASSWORD_WRONG")),

  beginTotp: secretCall
    .route({
      method: "POST",
      path: "/second-factor/totp",
      tags,
      summary: "Begin to set up an authenticator app",
      description: "`uri` is for the QR code, `secret` for typing. It counts after its first code.",
    })
    .output(z.object({ uri: z.string(), secret: z.string() })),

  confirmTotp: secretCall
    .route({
      method: "POST",
      path: "/second-factor/totp/confirm",
      tags,
      summary: "Make the authenticator app my second factor by its first code",
      description: "Recovery codes are answered to whoever has none yet, and only here.",
    })
    .input(z.object({ code: factorCodeSchema }))
    .output(z.object({ recoveryCodes: recoveryCodes.nullable() }))
    .errors(errors("SECOND_FACTOR_WRONG")),

  removeTotp: keyedCall
    .route({
      method: "DELETE",
      path: "/second-factor/totp",
      tags,
      successStatus: 204,
      summary: "Take my authenticator app away",
    })
    .errors(errors("NOT_FOUND", "SECOND_FACTOR_LAST")),

  beginPasskey: changeCall
    .meta({ readsOnly: true })
    .route({
      method: "POST",
      path: "/second-factor/passkeys/options",
      tags,
      summary: "Begin to register a passkey",
    })
    .output(webAuthnSchema),

  addPasskey: changeCall
    .meta({ answersSecret: true })
    .route({
      method: "POST",
      path: "/second-factor/passkeys",
      tags,
      successStatus: 201,
      summary: "Register what the browser made as a passkey",
      description: "Recovery codes are answered to whoever has none yet, and only here.",
    })
    .input(z.object({ name: passkeyNameSchema, answer: webAuthnSchema }))
    .output(z.object({ passkey: passkeySchema, recoveryCodes: recoveryCodes.nullable() }))
    .errors(errors("PASSKEY_REFUSED", "PASSKEY_EXISTS")),

  renamePasskey: keyedCall
    .route({
      method: "PATCH",
      path: "/second-factor/passkeys/{passkeyId}",
      tags,
      summary: "Give a passkey another name",
    })
    .input(passkeyId.extend({ name: passkeyNameSchema }))
    .output(passkeySchema)
    .errors(errors("NOT_FOUND")),

  removePasskey: keyedCall
    .route({
      method: "DELETE",
      path: "/second-factor/passkeys/{passkeyId}",
      tags,
      successStatus: 204,
      summary: "Take a passkey away",
    })
    .input(passkeyId)
    .errors(errors("NOT_FOUND", "SECOND_FACTOR_LAST")),

  renewRecoveryCodes: secretCall
    .route({
      method: "POST",
      path: "/second-factor/recovery-codes",
      tags,
      summary: "Make new recovery codes; the ones from before are good no more",
    })
    .output(z.object({ recoveryCodes }))
    .errors(errors("NOT_FOUND")),

  beginShowing: ownerCall
    .meta({ readsOnly: true })
    .route({
      method: "POST",
      path: "/second-factor/show/options",
      tags,
      summary: "Begin to show a passkey, by a session that waits for it",
    })
    .output(webAuthnSchema),

  show: ownerCall
    .route({
      method: "POST",
      path: "/second-factor/show",
      tags,
      successStatus: 204,
      summary: "Show a second factor, by a session that waits for it",
    })
    .input(
      z.discriminatedUnion("kind", [
        z.object({ kind: z.literal("totp"), code: factorCodeSchema }),
        z.object({ kind: z.literal("recoveryCode"), code: factorCodeSchema }),
        z.object({ kind: z.literal("passkey"), answer: webAuthnSchema }),
      ]),
    )
    .errors(errors("SECOND_FACTOR_WRONG", "PASSKEY_REFUSED")),

  beginSignIn: openCall
    .meta({ readsOnly: true })
    .route({
      method: "POST",
      path: "/sign-in/passkey/options",
      tags,
      summary: "Begin to sign in by a passkey alone",
    })
    .output(webAuthnSchema),

  signIn: openCall
    .meta({ answersSecret: true })
    .route({
      method: "POST",
      path: "/sign-in/passkey",
      tags,
      successStatus: 204,
      summary: "Sign in by a passkey alone; the session comes as a cookie",
    })
    .input(z.object({ answer: webAuthnSchema }))
    .errors(errors("PASSKEY_REFUSED", "CREDENTIALS_WRONG")),

  rules: memberCall
    .route({
      method: "GET",
      path: "/second-factor-rules",
      tags,
      summary: "Which roles must use a second factor (admins)",
    })
    .output(z.object({ items: z.array(secondFactorRuleSchema) })),

  require: memberCall
    .route({
      method: "PUT",
      path: "/second-factor-rules/{role}",
      tags,
      summary: "Make a second factor a duty of a role, or no longer (admins)",
    })
    .input(z.object({ role: roleSchema, required: z.boolean() }))
    .output(secondFactorRuleSchema),

  reset: memberCall
    .route({
      method: "DELETE",
      path: "/members/{memberId}/second-factor",
      tags,
      successStatus: 204,
      summary: "Take all second factors of a member away who lost them (admins)",
    })
    .input(z.object({ memberId: idSchema }))
    .errors(errors("NOT_FOUND")),
};
