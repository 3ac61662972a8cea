import type { Actor } from "#domain/rights/predicate.ts";
import type { FactorOwner } from "#server/auth/factor-owner.ts";
import { addPasskey } from "#server/commands/add-passkey.ts";
import { beginPasskey } from "#server/commands/begin-passkey.ts";
import { beginTotp } from "#server/commands/begin-totp.ts";
import { confirmTotp } from "#server/commands/confirm-totp.ts";
import { db } from "#server/db.ts";
import { authenticationOptions } from "#server/second-factor/passkeys.ts";
import { makeActor } from "#server/test/actor.ts";
import { Authenticator } from "#server/test/authenticator.ts";
import { codeOf, HALF_MINUTE, origin, rpId } from "#server/test/factor-browser.ts";
import { TEST_PASSWORD } from "#server/test/member.ts";
import { ADMINS, type Asked, MEMBERS, type Rows } from "./row.ts";

/** The member at another browser, where they just proved who they are. */
function ownerOf(actor: Actor): FactorOwner {
  const elsewhere = { sessionId: crypto.randomUUID(), stage: "standing", provenAt: new Date() } as const;
  return { actor: { id: actor.id, role: actor.role }, ...elsewhere, name: "", locale: "ja" };
}

/** Whatever sessions the member has by now have shown a second factor: without, they would wait for it. */
const showEverywhere = ({ id }: Actor) =>
  db().session.updateMany({ where: { memberId: id }, data: { secondFactorAt: new Date() } });

/** Sets an authenticator app up. @returns its secret and the recovery codes */
async function giveTotp(actor: Actor): Promise<{ secret: string; codes: string[] }> {
  const owner = ownerOf(actor);
  const { secret } = await beginTotp(owner);
  const { recoveryCodes } = await confirmTotp(owner, codeOf(secret));
  return { secret, codes: recoveryCodes ?? [] };
}

async function newPasskey(actor: Actor) {
  const key = new Authenticator({ origin });
  const { challenge } = await beginPasskey(ownerOf(actor));
  return { key, said: { name: "鍵", answer: key.create({ challenge, rpId }) } };
}

async function givePasskey(actor: Actor) {
  const { key, said } = await newPasskey(actor);
  const { passkey } = await addPasskey(ownerOf(actor), said);
  return { key, passkeyId: passkey.id };
}

/** Signs what is asked of `memberId`, or, where that is null, of anybody. */
async function signed(key: Authenticator, memberId: string | null): Promise<Record<string, unknown>> {
  const { challenge } = await authenticationOptions(memberId);
  return key.get({ challenge, rpId });
}

async function ofPasskey(owner: Actor, body?: Record<string, unknown>): Promise<Asked> {
  const { passkeyId } = await givePasskey(owner);
  await showEverywhere(owner);
  return { params: { passkeyId }, ...(body && { body }) };
}

const ofAnothersPasskey = async (body?: Record<string, unknown>) => await ofPasskey(await makeActor(), body);

/** Of second factors; the sessions of those who show one wait for it. */
export const FACTOR_ROWS: Rows = {
  "secondFactor.get": { roles: MEMBERS, ask: async () => ({}) },
  "secondFactor.proveByPassword": {
    roles: MEMBERS,
    ask: async () => ({ body: { password: TEST_PASSWORD } }),
  },
  "secondFactor.beginTotp": { roles: MEMBERS, ask: async () => ({}) },
  "secondFactor.confirmTotp": {
    roles: MEMBERS,
    isOwn: true,
    ask: async (asker) => ({ body: { code: codeOf((await beginTotp(ownerOf(asker))).secret) } }),
  },
  "secondFactor.removeTotp": {
    roles: MEMBERS,
    ask: async (asker) => {
      await giveTotp(asker);
      await showEverywhere(asker);
      return {};
    },
  },
  "secondFactor.beginPasskey": { roles: MEMBERS, ask: async () => ({}) },
  "secondFactor.addPasskey": {
    roles: MEMBERS,
    again: "PASSKEY_REFUSED",
    ask: async (asker) => ({ body: (await newPasskey(asker)).said }),
  },
  "secondFactor.renamePasskey": {
    roles: MEMBERS,
    ask: (asker) => ofPasskey(asker, { name: "予備の鍵" }),
  },
  "secondFactor.renamePasskey of another's": {
    roles: MEMBERS,
    answers: "NOT_FOUND",
    ask: () => ofAnothersPasskey({ name: "予備の鍵" }),
  },
  "secondFactor.removePasskey": { roles: MEMBERS, ask: (asker) => ofPasskey(asker) },
  "secondFactor.removePasskey of another's": {
    roles: MEMBERS,
    answers: "NOT_FOUND",
    ask: () => ofAnothersPasskey(),
  },
  "secondFactor.renewRecoveryCodes": {
    roles: MEMBERS,
    ask: async (asker) => {
      await giveTotp(asker);
      await showEverywhere(asker);
      return {};
    },
  },
  "secondFactor.beginShowing": { roles: MEMBERS, ask: async () => ({}) },
  "secondFactor.show": {
    roles: MEMBERS,
    again: "SECOND_FACTOR_WRONG",
    ask: async (asker) => {
      const { secret } = await giveTotp(asker);
      return { body: { kind: "totp", code: codeOf(secret, HALF_MINUTE) } };
    },
  },
  "secondFactor.show a recovery code": {
    roles: MEMBERS,
    again: "SECOND_FACTOR_WRONG",
    ask: async (asker) => ({ body: { kind: "recoveryCode", code: (await giveTotp(asker)).codes[0] } }),
  },
  "secondFactor.show a passkey": {
    roles: MEMBERS,
    again: "PASSKEY_REFUSED",
    ask: async (asker) => {
      const { key } = await givePasskey(asker);
      return { body: { kind: "passkey", answer: await signed(key, asker.id) } };
    },
  },
  "secondFactor.beginSignIn": { roles: "anybody, signed in or not", ask: async () => ({}) },
  "secondFactor.signIn": {
    roles: "anybody, signed in or not",
    again: "PASSKEY_REFUSED",
    ask: async () => {
      const { key } = await givePasskey(await makeActor());
      return { body: { answer: await signed(key, null) } };
    },
  },
  "secondFactor.rules": { roles: ADMINS, ask: async () => ({}) },
  "secondFactor.require": {
    roles: ADMINS,
    ask: async () => ({ params: { role: "reviewer" }, body: { required: true } }),
    // Reviewers who call next would have to set a second factor up first.
    undo: async () => {
      await db().secondFactorRule.deleteMany();
    },
  },
  "secondFactor.reset": {
    roles: ADMINS,
    ask: async () => {
      const member = await makeActor();
      await giveTotp(member);
      return { params: { memberId: member.id } };
    },
  },
  "secondFactor.reset of one's own": {
    roles: [],
    isOwn: true,
    ask: async ({ id }) => ({ params: { memberId: id } }),
  },
};
