import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Refusal } from "./refusal.mjs";

/**
 * How to run a PostgreSQL program, which refuses to be root.
 *
 * @typedef {object} Account
 * @property {{ uid?: number, gid?: number }} identity for `spawn` and `chown`; empty: whoever we are
 * @property {(program: string, args: string[]) => { program: string, args: string[], uid?: number, gid?: number }} command
 */

/**
 * Who PostgreSQL runs as. Anyone but root runs it as themselves. Root lends it a plain account of this machine
 * (`postgres` where there is one, else `nobody`); no account is made and no permission of a folder above the
 * cluster is changed.
 *
 * @param {string[]} needed the folders and programs it must reach
 * @returns {Account}
 */
export function postgresAccount(needed) {
  if (process.getuid?.() !== 0) return { identity: {}, command: (program, args) => ({ program, args }) };
  const identity = plainAccount();
  if (needed.every(anyoneMayReach))
    return { identity, command: (program, args) => ({ program, args, ...identity }) };
  return { identity, command: (program, args) => throughClosedFolders(identity, program, args) };
}

function plainAccount() {
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  const found =
    accounts.find(([name]) => name === "postgres") ?? accounts.find(([name]) => name === "nobody");
  const [uid, gid] = [Number(found?.[2]), Number(found?.[3])];
  if (!found || !uid || !gid)
    throw new Refusal(
      "PostgreSQL cannot run as root, and this machine has neither a postgres nor a nobody account",
    );
  return { uid, gid };
}

/** @param {string} path */
function anyoneMayReach(path) {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0 && at !== path) return false;
    if (dirname(at) === at) return true;
  }
}

/**
 * A checkout below /root, say, is closed to every other account. The kernel can lend one right without the rest of
 * root's: to pass permissions of files (CAP_DAC_OVERRIDE), which `setpriv` of util-linux hands over.
 *
 * @param {{ uid: number, gid: number }} identity
 * @param {string} program
 * @param {string[]} args
 */
function throughClosedFolders({ uid, gid }, program, args) {
  const setpriv = ["/usr/bin/setpriv", "/bin/setpriv"].find((path) => existsSync(path));
  if (!setpriv)
    throw new Refusal(
      "PostgreSQL cannot run as root, and this folder is closed to other accounts: move the checkout (to /opt, say) or start as another user",
    );
  const lend = ["--inh-caps=+dac_override", "--ambient-caps=+dac_override"];
  return {
    program: setpriv,
    args: [`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups", ...lend, "--", program, ...args],
  };
}
