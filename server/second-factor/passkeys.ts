import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { z } from "zod";
import { Refusal } from "#domain/error.ts";
import type { Member, Passkey } from "#prisma/generated/client.ts";
import { publicOrigin } from "#server/auth/public-origin.ts";
import { db } from "#server/db.ts";
import { newChallenge, type Purpose, spendChallenge } from "#server/second-factor/challenges.ts";

/** What the browser's API answers; the library looks into it. */
const answerSchema = z.looseObject({ id: z.string().min(1).max(2000), response: z.looseObject({}) });

/** Passkeys belong to the host of the public address: at another address of this desk, browsers offer none. */
const relyingParty = (): string => new URL(publicOrigin()).hostname;

/** Anything a library throws over an answer is the answer's fault. */
async function verified<Result extends { verified: boolean }>(
  verify: () => Promise<Result>,
): Promise<Result> {
  const result = await verify().catch(() => null);
  if (!result?.verified) throw new Refusal("PASSKEY_REFUSED");
  return result;
}

/** What a browser is asked to make a passkey by. One it keeps already is not made twice. */
export async function registrationOptions(
  member: Pick<Member, "id" | "email" | "name">,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const known = await db().passkey.findMany({ where: { memberId: member.id } });
  return generateRegistrationOptions({
    challenge: newChallenge("register", member.id),
    rpName: "Uratori",
    rpID: relyingParty(),
    userName: member.email,
    userDisplayName: member.name,
    userID: Uint8Array.from(Buffer.from(member.id)),
    excludeCredentials: known.map(asDescriptor),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
}

/** @throws Refusal PASSKEY_REFUSED */
export async function verifyRegistration(memberId: string, answer: unknown) {
  const response = answerSchema.parse(answer) as unknown as RegistrationResponseJSON;
  const { registrationInfo } = await verified(() =>
    verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(challenge, "register", memberId),
      expectedOrigin: publicOrigin(),
      expectedRPID: relyingParty(),
      // As a second factor, being there is enough; signing in by it alone asks for more.
      requireUserVerification: false,
    }),
  );
  if (!registrationInfo) throw new Refusal("PASSKEY_REFUSED");
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Uint8Array.from(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
  };
}

/** What a browser is asked to sign: by one of the member's passkeys, or, where nobody is known yet, by any it keeps. */
export async function authenticationOptions(
  memberId: string | null,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const known = memberId === null ? [] : await db().passkey.findMany({ where: { memberId } });
  return generateAuthenticationOptions({
    challenge: newChallenge(memberId === null ? "sign-in" : "prove", memberId),
    rpID: relyingParty(),
    ...(memberId !== null && { allowCredentials: known.map(asDescriptor) }),
    userVerification: memberId === null ? "required" : "preferred",
  });
}

/**
 * The passkey that signed, marked as used. Where it is to stand alone (`memberId` null), its device must have made sure
 * who holds it, by a finger, a face or a PIN.
 *
 * @throws Refusal PASSKEY_REFUSED, also where its counter shows that it was copied
 */
export async function verifyAssertion(memberId: string | null, answer: unknown): Promise<Passkey> {
  const response = answerSchema.parse(answer) as unknown as AuthenticationResponseJSON;
  const passkey = await db().passkey.findUnique({ where: { credentialId: response.id } });
  if (!passkey || (memberId !== null && passkey.memberId !== memberId)) throw new Refusal("PASSKEY_REFUSED");
  const purpose: Purpose = memberId === null ? "sign-in" : "prove";
  const { authenticationInfo } = await verified(() =>
    verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => spendChallenge(challenge, purpose, memberId),
      expectedOrigin: publicOrigin(),
      expectedRPID: relyingParty(),
      credential: {
        id: passkey.credentialId,
        publicKey: Uint8Array.from(passkey.publicKey),
        counter: Number(passkey.counter),
      },
      requireUserVerification: memberId === null,
    }),
  );
  const { newCounter, credentialBackedUp } = authenticationInfo;
  return markUsed(passkey, BigInt(newCounter), credentialBackedUp);
}

/** Of two answers with one counter at the same moment, the second finds another counter and is refused. */
async function markUsed(passkey: Passkey, counter: bigint, backedUp: boolean): Promise<Passkey> {
  const { count } = await db().passkey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter, backedUp, lastUsedAt: new Date() },
  });
  if (count === 0) throw new Refusal("PASSKEY_REFUSED");
  return passkey;
}

const asDescriptor = ({ credentialId, transports }: Passkey) => ({ id: credentialId, transports });
