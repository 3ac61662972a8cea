import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./places.mjs";

/**
 * One value for the content of many files: it changes when a file is edited, added, renamed or deleted, and not when
 * only a time stamp is touched, so a fresh clone agrees with the checkout it came from.
 *
 * @param {string[]} places files or folders, relative to the checkout; absent ones are skipped
 * @param {(path: string) => boolean} [counts] which files count, by path relative to the checkout
 * @returns {string} SHA-256, hexadecimal
 */
export function fingerprint(places, counts = () => true) {
  const hash = createHash("sha256");
  for (const path of places.flatMap(filesIn).filter(counts).sort()) {
    const content = readFileSync(inRoot(path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * @param {string} place file or folder, relative to the checkout
 * @returns {string[]} paths relative to the checkout, with forward slashes
 */
export function filesIn(place) {
  const full = inRoot(place);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [place];
  return readdirSync(full, { withFileTypes: true }).flatMap((entry) => {
    const path = join(place, entry.name).replaceAll("\\", "/");
    return entry.isDirectory() ? filesIn(path) : [path];
  });
}
