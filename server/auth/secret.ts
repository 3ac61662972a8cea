import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a token: 256 random bits, safe in an address. 43 characters. */
export const newSecret = (): string => randomBytes(32).toString("base64url");

/** What is kept of a secret: SHA-256, hex. A fast hash is enough for 256 random bits. */
export const hashSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");
