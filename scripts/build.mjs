import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { binOf, finish } from "./command.mjs";
import { fingerprint } from "./fingerprint.mjs";
import { distDir, inRoot } from "./places.mjs";
import { Refusal } from "./refusal.mjs";

/** Everything a build is made of; what a build is not made of (tests, scripts, docs) does not cost one. */
const SOURCES = [
  "app",
  "components",
  "contract",
  "domain",
  "editor",
  "formats",
  "messages",
  "prisma/schema",
  "public",
  "server",
  "next.config.js",
  "package-lock.json",
  "package.json",
  "postcss.config.mjs",
  "proxy.ts",
  "tsconfig.json",
];
const isSource = (/** @type {string} */ path) => !/\.test\.\w+$|\/test\//.test(path);

const stampPath = () => inRoot(distDir(), "uratori-build.json");

/** Whether the build was made from the sources as they are now. */
export function buildIsCurrent() {
  if (!existsSync(stampPath())) return false;
  return JSON.parse(readFileSync(stampPath(), "utf8")).sources === fingerprint(SOURCES, isSource);
}

/** @param {(note: string) => void} note */
export async function build(note) {
  const sources = fingerprint(SOURCES, isSource);
  mkdirSync(inRoot(distDir()), { recursive: true });
  rmSync(stampPath(), { force: true });
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await finish(process.execPath, [binOf("next"), "build"], { env, onLine: note });
  note("");
  if (/ENOSPC/.test(output)) throw new Refusal("the disk is full: the product could not be built");
  if (code !== 0) throw new Refusal(`the product could not be built:\n${output.trim()}`);
  writeFileSync(join(stampPath()), JSON.stringify({ sources, builtAt: new Date().toISOString() }));
}
