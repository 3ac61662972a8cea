import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { publicOrigin } from "#server/auth/public-origin.ts";

/** RFC 6238 as every authenticator app has it by default: SHA-1, six digits, half a minute. In seconds. */
const PERIOD = 30;

/** One code earlier and one later are taken too: clocks differ, and typing takes time (RFC 6238, section 5.2). */
const WINDOW = 1;

/** RFC 4226, section 4: 160 bits. */
export const newTotpSecret = (): Uint8Array<ArrayBuffer> => Uint8Array.from(randomBytes(20));

const totpOf = (secret: Uint8Array<ArrayBuffer>, label = ""): TOTP =>
  new TOTP({
    issuer: `Uratori ${new URL(publicOrigin()).hostname}`,
    label,
    secret: new Secret({ buffer: secret.buffer }),
    period: PERIOD,
  });

/** What an app is told: the `otpauth:` address behind the QR code, and the secret for typing, in base 32. */
export function totpSetUp(secret: Uint8Array<ArrayBuffer>, email: string): { uri: string; secret: string } {
  const totp = totpOf(secret, email);
  return { uri: totp.toString(), secret: totp.secret.base32 };
}

/** Which half minute since 1970 a code of six digits is of; null where it is not of now. */
export function totpStep(secret: Uint8Array<ArrayBuffer>, digits: string, now: Date): number | null {
  const totp = totpOf(secret);
  const timestamp = now.getTime();
  const delta = totp.validate({ token: digits, window: WINDOW, timestamp });
  return delta === null ? null : totp.counter({ timestamp }) + delta;
}
