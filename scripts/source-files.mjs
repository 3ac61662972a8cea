import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./places.mjs";

const NOT_OURS = new Set(["node_modules", "prisma/generated", "test-results", "playwright-report"]);

/**
 * Every hand-written file of the checkout with one of these endings.
 *
 * @param {RegExp} ending
 * @param {string} [folder] relative to the checkout
 * @returns {Map<string, string>} text by path relative to the checkout, with forward slashes
 */
export function sourceFiles(ending, folder = "") {
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const entry of readdirSync(inRoot(folder), { withFileTypes: true })) {
    const path = join(folder, entry.name).replaceAll("\\", "/");
    if (entry.name.startsWith(".") || NOT_OURS.has(path)) continue;
    if (entry.isDirectory()) for (const [inner, text] of sourceFiles(ending, path)) files.set(inner, text);
    else if (ending.test(entry.name)) files.set(path, readFileSync(inRoot(path), "utf8"));
  }
  return files;
}

/**
 * Ends a check: prints its complaints, or one line that says what was looked at.
 *
 * @param {string[]} complaints
 * @param {string} fine
 */
export function conclude(complaints, fine) {
  for (const complaint of complaints) console.error(`✗ ${complaint}`);
  if (complaints.length === 0) console.log(`✓ ${fine}`);
  else process.exitCode = 1;
}
