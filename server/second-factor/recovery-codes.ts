import { randomBytes } from "node:crypto";
import { RECOVERY_CODES, recoveryCodeLetters } from "#domain/second-factor.ts";
import { hashSecret } from "#server/auth/secret.ts";
import type { Db } from "#server/db.ts";

/** Crockford's: without letters that are read as digits, and without U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LETTERS = 16;

function newCode(): string {
  const letters = [...randomBytes(LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return letters.replace(/(.{4})(?=.)/g, "$1-");
}

const hashOf = (memberId: string, letters: string): string => hashSecret(`${memberId}|${letters}`);

/** Gives a member new codes, which are answered here and never again; the ones from before are good no more. */
export async function renewRecoveryCodes(tx: Db, memberId: string): Promise<string[]> {
  await tx.recoveryCode.deleteMany({ where: { memberId } });
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ memberId, codeHash: hashOf(memberId, code.replaceAll("-", "")) })),
  });
  return codes;
}

/** Codes for a member who has none yet; null where there are some, used up or not. */
export async function firstRecoveryCodes(tx: Db, memberId: string): Promise<string[] | null> {
  const known = await tx.recoveryCode.count({ where: { memberId } });
  return known === 0 ? renewRecoveryCodes(tx, memberId) : null;
}

/** Uses a code up. False where it is none of the member's, or was used: of two at the same moment one gets it. */
export async function spendRecoveryCode(tx: Db, memberId: string, typed: string): Promise<boolean> {
  const letters = recoveryCodeLetters(typed);
  if (letters === null) return false;
  const { count } = await tx.recoveryCode.updateMany({
    where: { memberId, codeHash: hashOf(memberId, letters), usedAt: null },
    data: { usedAt: new Date() },
  });
  return count === 1;
}
