import { readFileSync, rmSync } from "node:fs";
import { asEnvironment, binOf, finish } from "./command.mjs";
import { inRoot } from "./places.mjs";

/**
 * @typedef {object} Outcome
 * @property {boolean} ok
 * @property {number} passed tests; a check counts as one
 * @property {number} failed
 * @property {string} output what to show when it went wrong
 *
 * @typedef {object} TestStep
 * @property {string} name as in `--only name`
 * @property {() => Promise<Outcome>} run
 */

/** @param {string} name @param {(string[])[]} commands run after one another by this Node @returns {TestStep} */
function check(name, ...commands) {
  const run = async () => {
    let output = "";
    for (const command of commands) {
      const { code, output: said } = await finish(process.execPath, command);
      output += said;
      if (code !== 0) return { ok: false, passed: 0, failed: 1, output };
    }
    return { ok: true, passed: 1, failed: 0, output };
  };
  return { name, run };
}

const script = (/** @type {string} */ name) => [inRoot("scripts", name)];

/** What is quick to say no. */
export const CHECKS = [
  check("types", [binOf("next"), "typegen"], [binOf("typescript", "tsc"), "--noEmit", "-p", "tsconfig.json"]),
  check("dead code", [binOf("knip"), "--no-progress"]),
  check("lint", [binOf("@biomejs/biome", "biome"), "ci", "--max-diagnostics=50", "--colors=off"]),
  check("layers", script("check-layers.mjs")),
  check("sizes", script("check-sizes.mjs")),
  check("environment", script("check-environment-use.mjs")),
  check("messages", script("check-messages.mjs")),
];

/** The product as the browser tests see it: built while the others run, so that they need not wait for it. */
export const BUILD = check("build", script("build-tests.mjs"));

/** @param {string} project @returns {TestStep} */
const vitest = (project) => ({
  name: project,
  run: () => {
    const report = inRoot(".test", `${project}.json`);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return counted([binOf("vitest"), "run", "--project", project, ...reporters], report, {}, (said) => ({
      passed: said.numPassedTests ?? 0,
      failed: (said.numFailedTests ?? 0) + (said.numPendingTests ?? 0),
    }));
  },
});

export const UNIT = vitest("unit");
export const DATABASE = vitest("db");

/** @type {TestStep} */
export const BROWSER = {
  name: "browser",
  run: () => {
    const report = inRoot(".test", "browser.json");
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    return counted(
      [binOf("@playwright/test", "playwright"), "test", "--reporter=list,json"],
      report,
      env,
      ({ stats }) => ({
        passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
        failed: (stats?.unexpected ?? 0) + (stats?.skipped ?? 0),
      }),
    );
  },
};

/**
 * Runs a test program that writes a report, and counts what the report says. A run without tests, or one that fails
 * outside of its tests, is a failure too.
 *
 * @param {string[]} command
 * @param {string} report
 * @param {import("./command.mjs").Variables} env
 * @param {(said: any) => { passed: number, failed: number }} count
 * @returns {Promise<Outcome>}
 */
async function counted(command, report, env, count) {
  rmSync(report, { force: true });
  const { code, output } = await finish(process.execPath, command, {
    env: asEnvironment({ ...process.env, ...env }),
  });
  const { passed, failed } = count(read(report));
  const ok = code === 0 && failed === 0 && passed > 0;
  return { ok, passed, failed: ok ? 0 : Math.max(failed, 1), output };
}

/** @param {string} path */
function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return {};
  }
}
