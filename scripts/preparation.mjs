import { createHash } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, buildIsCurrent } from "./build.mjs";
import { install, isInstalled } from "./install.mjs";
import { takeLock } from "./lock.mjs";
import { distDir, inRoot, ROOT } from "./places.mjs";
import { clientIsCurrent, generateClient } from "./prisma-client.mjs";
import { step } from "./progress.mjs";
import { Refusal } from "./refusal.mjs";

const MEGABYTE = 1024 * 1024;
/** What an installation, a build and a young database take together, with room to breathe. */
const NEEDED_MB = 2_500;
/** What a start takes where everything is there already. */
export const LITTLE_MB = 200;
const HALF_AN_HOUR_MS = 30 * 60 * 1000;

/** @param {string} folder made when absent @throws Refusal when nothing can be written there */
export function requireWritable(folder) {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? ` (${error.code})` : "";
    throw new Refusal(`this folder cannot be written to: ${folder}${code}`);
  }
}

/**
 * @param {string} folder
 * @param {number} [needed] in megabytes; by default what is still to be installed and built
 * @throws Refusal when the disk it is on is about full
 */
export function requireSpace(folder, needed = isInstalled() ? LITTLE_MB : NEEDED_MB) {
  const { bavail, bsize } = statfsSync(folder);
  const free = Math.floor((bavail * bsize) / MEGABYTE);
  if (free < needed)
    throw new Refusal(`the disk is full: ${free} MB are free on ${folder}, ${needed} MB are needed`);
}

/** @throws Refusal where nothing is built to be served */
export function requireBuild() {
  if (!existsSync(inRoot(distDir(), "BUILD_ID")))
    throw new Refusal(`there is no build in ${inRoot(distDir())}: npm run build makes one`);
}

/**
 * Packages, database client and, when asked for, a build: each only when it is missing or out of date. Two commands
 * in one checkout take turns.
 *
 * @param {{ built: boolean }} wanted
 */
export async function prepare({ built }) {
  const nothingToDo = isInstalled() && clientIsCurrent() && (!built || buildIsCurrent());
  if (nothingToDo) return;
  const lock = await preparationLock();
  try {
    if (!isInstalled()) await step("dependencies", install);
    if (!clientIsCurrent()) await step("database client", generateClient);
    if (built && !buildIsCurrent()) await step("build", build);
  } finally {
    lock.release();
  }
}

async function preparationLock() {
  const path = lockPath();
  const now = await takeLock(path, "preparing", 0);
  const lock =
    "holder" in now
      ? await step("another command prepares this folder", () => takeLock(path, "preparing", HALF_AN_HOUR_MS))
      : now;
  if ("holder" in lock)
    throw new Refusal(`process ${lock.holder.pid} has been preparing this folder for too long`);
  return lock;
}

function lockPath() {
  const id = createHash("sha256").update(`${ROOT} ${process.getuid?.()}`).digest("hex").slice(0, 16);
  return join(tmpdir(), `uratori-${id}.lock`);
}
