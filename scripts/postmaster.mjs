import { readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { folderOf, isAlive, programOf } from "./process-identity.mjs";

const POLL_MS = 25;
const FAST_STOP_MS = 20_000;

/**
 * What PostgreSQL writes about itself into `postmaster.pid`.
 *
 * @typedef {object} Postmaster
 * @property {number} pid
 * @property {number} port
 * @property {string} status `starting`, `ready`, `stopping`, or empty while it writes
 */

/** @param {string} cluster @returns {Postmaster & { folder: string } | null} whatever the file says, true or not */
function claimed(cluster) {
  try {
    const lines = readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    const [pid = "", folder = "", , port = "", , , , status = ""] = lines;
    return { pid: Number(pid), folder, port: Number(port), status: status.trim() };
  } catch {
    return null;
  }
}

/**
 * The server that runs on this very folder. The file alone is no proof: it outlives a killed server, its number may
 * belong to another program by now, and it may have been copied along with the folder.
 *
 * @param {string} cluster
 * @returns {Postmaster | null}
 */
export function runningPostmaster(cluster) {
  const claim = claimed(cluster);
  if (!claim || !isAlive(claim.pid)) return null;
  const program = programOf(claim.pid);
  if (program !== null && !/^postgres|^postmaster/.test(program)) return null;
  const works = folderOf(claim.pid) ?? claim.folder;
  return samePlace(works, cluster) ? claim : null;
}

/** @param {string} one @param {string} other */
function samePlace(one, other) {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false;
  }
}

/**
 * Makes a folder whose server was killed ready for the next one: waits for (and then ends) processes of the dead
 * server that still hold its memory, and takes away a pid file whose number now belongs to somebody else, which
 * PostgreSQL itself would take for a running server.
 *
 * @param {string} cluster
 */
export async function clearRemains(cluster) {
  if (runningPostmaster(cluster)) throw new Error(`PostgreSQL runs in ${cluster}`);
  const claim = claimed(cluster);
  if (!claim) return;
  for (const pid of orphansOf(cluster)) process.kill(pid, "SIGQUIT");
  await until(() => orphansOf(cluster).length === 0, FAST_STOP_MS);
  if (isAlive(claim.pid)) rmSync(join(cluster, "postmaster.pid"), { force: true });
}

/** PostgreSQL processes that work in this folder. @param {string} cluster @returns {number[]} none where /proc is not */
function orphansOf(cluster) {
  let entries;
  try {
    entries = readdirSync("/proc");
  } catch {
    return [];
  }
  const numbers = entries.filter((entry) => /^\d+$/.test(entry)).map(Number);
  return numbers.filter((pid) => {
    const folder = programOf(pid)?.startsWith("postgres") ? folderOf(pid) : null;
    return folder !== null && samePlace(folder, cluster) && isAlive(pid);
  });
}

/**
 * Ends the server of a folder: at once for its clients (“fast”: what runs is rolled back, everything committed is on
 * disk), and hard when that takes too long. Does nothing when none runs.
 *
 * @param {string} cluster
 */
export async function stopPostmaster(cluster) {
  const running = runningPostmaster(cluster);
  if (!running) return;
  signal(running.pid, "SIGINT");
  if (await until(() => !isAlive(running.pid), FAST_STOP_MS)) return;
  signal(running.pid, "SIGQUIT");
  await until(() => !isAlive(running.pid), FAST_STOP_MS);
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It ended between the look and the signal, which is what was wanted.
  }
}

/**
 * @param {() => boolean} holds
 * @param {number} limit milliseconds
 * @returns {Promise<boolean>} false when the limit passed first
 */
export async function until(holds, limit) {
  const end = Date.now() + limit;
  while (!holds()) {
    if (Date.now() > end) return false;
    await pause(POLL_MS);
  }
  return true;
}
