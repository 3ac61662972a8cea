import { existsSync, readFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { finish } from "./command.mjs";
import { inRoot } from "./places.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked
 * @typedef {{ packages: Record<string, Locked> }} Lockfile
 */

/** @param {string} path @returns {Lockfile | null} */
function lockfile(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/**
 * Whether `node_modules` holds what `package-lock.json` asks for. npm keeps its own account of what it has put there
 * and writes it last, so an interrupted installation is told apart too. Packages for other systems may be missing.
 */
export function isInstalled() {
  const wanted = lockfile(inRoot("package-lock.json"));
  const there = lockfile(inRoot("node_modules/.package-lock.json"));
  if (!wanted || !there) return false;
  return Object.entries(wanted.packages).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === "") return true;
    const found = there.packages[path];
    if (!found) return Boolean(optional || devOptional);
    return found.version === version && found.integrity === integrity && existsSync(inRoot(path));
  });
}

/**
 * Installs exactly what the lockfile says, with tools for building. Scripts of packages are not run: what we need of
 * them (links of PostgreSQL's libraries) we do ourselves, and newer npm holds them back anyway.
 *
 * @param {(note: string) => void} note
 */
export async function install(note) {
  const npm = npmCommand();
  const args = [
    ...npm.args,
    "ci",
    "--include=dev",
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  note("npm ci");
  const { code, output } = await finish(npm.program, args);
  if (code === 0) return;
  if (/ENOSPC/.test(output)) throw new Refusal("the disk is full: npm could not install the dependencies");
  if (/EACCES|EROFS|EPERM/.test(output))
    throw new Refusal(`this folder cannot be written to: ${inRoot("node_modules")}`);
  if (/ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN/.test(output))
    throw new Refusal("the package registry could not be reached: the first start needs the network");
  throw new Refusal(`npm ci failed on ${platform()} ${arch()}:\n${output.trim()}`);
}

/** npm as it called us, so that it is the same one; else the one on the path. */
export function npmCommand() {
  const script = process.env.npm_execpath;
  if (script && /npm-cli\.c?js$/.test(script)) return { program: process.execPath, args: [script] };
  return { program: platform() === "win32" ? "npm.cmd" : "npm", args: [] };
}
