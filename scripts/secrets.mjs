import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The secret that signs sessions of a desk with the embedded database: drawn once and kept, so that a restart signs
 * nobody out.
 *
 * @param {string} dir
 * @returns {string}
 */
export function keptSecret(dir) {
  const path = join(dir, "secrets.json");
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")).secret;
  const secret = randomBytes(33).toString("base64url");
  writeFileSync(path, `${JSON.stringify({ secret })}\n`, { mode: 0o600 });
  return secret;
}
