import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { inRoot, ROOT } from "./places.mjs";

/** An environment to give a program; Node's own type demands more of it than a program does. */
/** @typedef {Record<string, string | undefined>} Variables */

/** @param {Variables} variables */
export const asEnvironment = (variables) => /** @type {NodeJS.ProcessEnv} */ (variables);

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Ends what `finish` has running, when we are told to stop in the middle of it. */
export function endChildren() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 + signal number is not used, a killed child counts as 1
 * @property {string} output standard output and standard error as they came, together
 */

/**
 * Runs one program to its end and keeps what it says.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Variables, cwd?: string, onLine?: (line: string) => void }} [options]
 * @returns {Promise<Finished>} never throws for a failing program; throws when it cannot be started
 */
export function finish(program, args, { env, cwd = ROOT, onLine } = {}) {
  return new Promise((done, fail) => {
    const child = spawn(program, args, {
      cwd,
      env: asEnvironment(env ?? process.env),
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    let output = "";
    const hear = (/** @type {Buffer} */ chunk) => {
      const said = chunk.toString();
      output += said;
      const last = said.trimEnd().split("\n").at(-1)?.trim();
      if (last) onLine?.(last);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", fail);
    child.on("close", (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/**
 * The JavaScript file behind a package's command, to be run by this very Node: no shell, no `npx`, the same on every
 * system.
 *
 * @param {string} packageName
 * @param {string} [command] when it differs from the package's name
 * @returns {string} absolute path
 */
export function binOf(packageName, command = packageName.split("/").at(-1) ?? packageName) {
  const require = createRequire(inRoot("package.json"));
  const manifestPath = inRoot("node_modules", packageName, "package.json");
  const { bin } = require(manifestPath);
  return join(dirname(manifestPath), typeof bin === "string" ? bin : bin[command]);
}
