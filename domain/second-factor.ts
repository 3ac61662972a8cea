import { z } from "zod";
import { idSchema } from "./id.ts";
import { roleSchema } from "./member.ts";
import { nameText } from "./name-text.ts";

/** How many minutes a person may change their factors for after proving who they are. */
export const PROOF_MINUTES = 15;

/** How many recovery codes a person is given at a time. */
export const RECOVERY_CODES = 10;

export const passkeyNameSchema = nameText({ min: 1, max: 60 });

/** More digits than any code has, and room for the spaces people put between them. */
export const factorCodeSchema = z.string().trim().min(1).max(40);

/** Digits of an authenticator app as they may be typed: full-width ones, spaces between. Null where it is no such code. */
export function totpDigits(typed: string): string | null {
  const digits = typed.normalize("NFKC").replace(/[\s-]/g, "");
  return /^\d{6}$/.test(digits) ? digits : null;
}

/**
 * A recovery code as it is kept: 16 characters of Crockford's base 32, which reads I and L as 1 and O as 0. Null where what
 * was typed is none.
 */
export function recoveryCodeLetters(typed: string): string | null {
  const letters = typed
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[\s\-‐-―−ー]/g, "")
    .replace(/[IL]/g, "1")
    .replace(/O/g, "0");
  return /^[0-9A-HJKMNP-TV-Z]{16}$/.test(letters) ? letters : null;
}

export const passkeySchema = z.object({
  id: idSchema,
  name: z.string(),
  /** True where whoever keeps it copies it to the person's other devices. */
  backedUp: z.boolean(),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
});
export type Passkey = z.infer<typeof passkeySchema>;

/** A member's own second factors as they see them. Secrets are in no answer but the one that makes them. */
export const secondFactorsSchema = z.object({
  /** True where the member's role must use one. */
  required: z.boolean(),
  /** False for a member without a password, whose identity provider sees to it. */
  available: z.boolean(),
  totp: z.object({ createdAt: z.iso.datetime(), lastUsedAt: z.iso.datetime().nullable() }).nullable(),
  passkeys: z.array(passkeySchema),
  recoveryCodes: z.object({ left: z.number().int().min(0), createdAt: z.iso.datetime() }).nullable(),
});
export type SecondFactors = z.infer<typeof secondFactorsSchema>;

export const hasSecondFactor = ({ totp, passkeys }: Pick<SecondFactors, "totp" | "passkeys">): boolean =>
  totp !== null || passkeys.length > 0;

/** Which roles must use a second factor. */
export const secondFactorRuleSchema = z.object({ role: roleSchema, required: z.boolean() });
export type SecondFactorRule = z.infer<typeof secondFactorRuleSchema>;

/**
 * How far a session is: it stands; or its second factor must be shown first; or the role must have one, the member has
 * none, and one must be set up first. Until it stands it speaks for nobody.
 */
export type SessionStage = "standing" | "prove" | "setUp";

export function stageOf(session: {
  secondFactorAt: Date | null;
  hasFactor: boolean;
  needsFactor: boolean;
}): SessionStage {
  if (session.secondFactorAt !== null) return "standing";
  if (session.hasFactor) return "prove";
  return session.needsFactor ? "setUp" : "standing";
}

/** True where the person proved who they are so lately that they may change their factors. */
export const isProven = (provenAt: Date, now: Date): boolean =>
  now.getTime() - provenAt.getTime() < PROOF_MINUTES * 60_000;
