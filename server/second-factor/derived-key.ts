import { hkdfSync } from "node:crypto";
import { env } from "#server/env.ts";

/** 256 bits from URATORI_SECRET for one use alone, so that what signs sessions seals and signs nothing else. */
export const derivedKey = (use: "totp secret" | "passkey challenge"): Buffer =>
  Buffer.from(hkdfSync("sha256", env().URATORI_SECRET, "", `uratori ${use}`, 32));
