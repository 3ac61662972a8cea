import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { db } from "#server/db.ts";
import { derivedKey } from "#server/second-factor/derived-key.ts";

/** What a passkey signs a challenge for. A challenge of one kind is good for no other. */
export type Purpose = "register" | "prove" | "sign-in";

/** As long as a person may look for their key, in milliseconds. */
const PATIENCE = 5 * 60_000;

const RANDOM_BYTES = 16;
const HEAD_BYTES = RANDOM_BYTES + 8;

/**
 * Something new for a passkey to sign: random bytes, until when it is good, and our own mark over both, what it is for and
 * whom. Nothing is stored for it, because strangers ask for it too.
 *
 * @param memberId null where nobody is known yet
 */
export function newChallenge(purpose: Purpose, memberId: string | null): Uint8Array<ArrayBuffer> {
  const head = Buffer.concat([randomBytes(RANDOM_BYTES), Buffer.alloc(8)]);
  head.writeBigUInt64BE(BigInt(Date.now() + PATIENCE), RANDOM_BYTES);
  return Uint8Array.from(Buffer.concat([head, mark(head, purpose, memberId)]));
}

/** Uses a challenge up, whether or not what was signed turns out right. False where it is none, is old, or was used. */
export async function spendChallenge(
  challenge: string,
  purpose: Purpose,
  memberId: string | null,
): Promise<boolean> {
  const bytes = Buffer.from(challenge, "base64url");
  const [head, marked] = [bytes.subarray(0, HEAD_BYTES), bytes.subarray(HEAD_BYTES)];
  const wanted = head.length === HEAD_BYTES ? mark(head, purpose, memberId) : null;
  if (marked.length !== wanted?.length || !timingSafeEqual(marked, wanted)) return false;
  const now = new Date();
  const expiresAt = new Date(Number(head.readBigUInt64BE(RANDOM_BYTES)));
  if (expiresAt <= now) return false;
  await db().spentChallenge.deleteMany({ where: { expiresAt: { lt: now } } });
  const { count } = await db().spentChallenge.createMany({
    // Spelt anew: another spelling of the same bytes is the same challenge.
    data: [{ challenge: bytes.toString("base64url"), expiresAt }],
    skipDuplicates: true,
  });
  return count === 1;
}

function mark(head: Buffer, purpose: Purpose, memberId: string | null): Buffer {
  return createHmac("sha256", derivedKey("passkey challenge"))
    .update(head)
    .update(`${purpose}|${memberId ?? ""}`)
    .digest();
}
