import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { until } from "./postmaster.mjs";
import { birthOf, isAlive } from "./process-identity.mjs";

/**
 * @typedef {object} Holder
 * @property {number} pid
 * @property {string | null} birth
 * @property {string} what what it is doing, for people
 */

/**
 * Takes a lock that dies with its holder: the file names the process and when it was born, so a killed holder, or a
 * stranger with its number, is recognised.
 *
 * @param {string} path
 * @param {string} what what the holder does, e.g. an address people can open
 * @param {number} patience how long to wait for a living holder, milliseconds
 * @returns {Promise<{ release: () => void } | { holder: Holder }>}
 */
export async function takeLock(path, what, patience) {
  /** @type {Holder | null} */
  let holder = null;
  const taken = await until(() => {
    holder = attempt(path, what);
    return holder === null;
  }, patience);
  if (!taken && holder) return { holder };
  const release = () => {
    if (holderOf(path)?.pid === process.pid) rmSync(path, { force: true });
  };
  return { release };
}

/** @param {string} path @param {string} what @returns {Holder | null} null when we have it now */
function attempt(path, what) {
  const found = holderOf(path);
  if (found && holds(found)) return found;
  if (found) rmSync(path, { force: true });
  const mine = `${path}.${randomBytes(4).toString("hex")}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid), what }));
  try {
    // A link is made whole or not at all, and only one can be first.
    linkSync(mine, path);
    return null;
  } catch {
    return holderOf(path) ?? { pid: 0, birth: null, what };
  } finally {
    rmSync(mine, { force: true });
  }
}

/** @param {string} path @returns {Holder | null} */
function holderOf(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

/** @param {Holder} holder */
function holds({ pid, birth }) {
  return isAlive(pid) && (birth === null || birthOf(pid) === birth);
}
