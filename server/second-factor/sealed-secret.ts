import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { derivedKey } from "#server/second-factor/derived-key.ts";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

const key = (): Buffer => derivedKey("totp secret");

/** Seals a secret for a row of the member's; another member's row does not open it. */
export function sealSecret(secret: Uint8Array, memberId: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key(), nonce).setAAD(Buffer.from(memberId));
  return Uint8Array.from(Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]));
}

/** Null where it was sealed under another URATORI_SECRET, for another member, or was changed. */
export function openSecret(sealed: Uint8Array, memberId: string): Uint8Array<ArrayBuffer> | null {
  const bytes = Buffer.from(sealed);
  try {
    const decipher = createDecipheriv("aes-256-gcm", key(), bytes.subarray(0, NONCE_BYTES), {
      authTagLength: TAG_BYTES,
    })
      .setAAD(Buffer.from(memberId))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    const opened = [decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()];
    return Uint8Array.from(Buffer.concat(opened));
  } catch {
    return null;
  }
}
