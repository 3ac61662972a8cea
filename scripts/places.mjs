import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout, whatever folder the command was given in. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/[\\/]$/, "");

/** @param {string[]} parts a path inside the checkout */
export const inRoot = (...parts) => resolve(ROOT, ...parts);

/**
 * Where a running product keeps everything it must not lose: the database cluster, its password, its secrets.
 * `URATORI_DATA_DIR` moves it, so that several copies can run from one checkout.
 */
export const dataDir = () => resolve(ROOT, process.env.URATORI_DATA_DIR || ".data");

/** Where Next.js keeps a build, relative to the checkout. */
export const distDir = () => process.env.NEXT_DIST_DIR || ".next";
