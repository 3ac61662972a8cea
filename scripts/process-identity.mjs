import { execFileSync } from "node:child_process";
import { readFileSync, readlinkSync } from "node:fs";

/** Whether a process with this number lives; one that belongs to someone else lives too. @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === "EPERM";
  }
  return !isZombie(pid);
}

/** A killed child nobody waited for keeps its number, but does nothing any more. @param {number} pid */
function isZombie(pid) {
  return statusFields(pid)?.[0] === "Z";
}

/**
 * What tells a process from a later one that got the same number: when it was started.
 *
 * @param {number} pid
 * @returns {string | null} null when there is no such process or the system does not say
 */
export function birthOf(pid) {
  // Field 22 of /proc/PID/stat, clock ticks since the machine started; 19 after the two fields cut off.
  const fields = statusFields(pid);
  if (fields) return fields[19] ?? null;
  return psField(pid, "lstart=");
}

/** The number of a process's parent, or null. @param {number} pid */
export function parentOf(pid) {
  const parent = Number(statusFields(pid)?.[1] ?? psField(pid, "ppid="));
  return Number.isInteger(parent) && parent > 0 ? parent : null;
}

/** The program a process runs, e.g. `postgres`, or null when the system does not say. @param {number} pid */
export function programOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim();
  } catch {
    return psField(pid, "comm=")?.split("/").at(-1) ?? null;
  }
}

/** The folder a process works in, or null when the system does not say. @param {number} pid */
export function folderOf(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** Fields of /proc/PID/stat after the command in brackets: state, parent, … @param {number} pid */
function statusFields(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  } catch {
    return null;
  }
}

/** @param {number} pid @param {string} field */
function psField(pid, field) {
  try {
    return (
      execFileSync("ps", ["-o", field, "-p", String(pid)], { stdio: ["ignore", "pipe", "ignore"] })
        .toString()
        .trim() || null
    );
  } catch {
    return null;
  }
}
