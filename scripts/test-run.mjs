import { mkdirSync } from "node:fs";
import { parseArgs } from "node:util";
import { endChildren } from "./command.mjs";
import { inRoot } from "./places.mjs";
import { prepare, requireSpace, requireWritable } from "./preparation.mjs";
import { step } from "./progress.mjs";
import { Refusal, run } from "./refusal.mjs";

/** @typedef {import("./test-steps.mjs").TestStep} TestStep */
/** @typedef {import("./test-steps.mjs").Outcome & { name: string, ms: number }} Result */

/**
 * Everything that must hold before a change is taken: checks, unit and database tests and the build side by side, and
 * the browser only when all of that is well. `--only unit,db` runs some of it.
 */
export async function runTests() {
  await run(async () => {
    const { values } = parseArgs({ options: { only: { type: "string" } } });
    stopOnSignal();
    requireWritable(inRoot());
    requireSpace(inRoot());
    mkdirSync(inRoot(".test"), { recursive: true });
    await prepare({ built: false });
    const { BROWSER, BUILD, CHECKS, DATABASE, UNIT } = await import("./test-steps.mjs");
    const [types, ...checks] = CHECKS;
    // The longest first, so that it does not end alone; it waits much, and the others work meanwhile.
    const steps = [DATABASE, ...(types ? [types] : []), UNIT, BUILD, ...checks];
    const chosen = chooser(values.only, [...steps, BROWSER]);
    const results = await sideBySide(steps.filter(chosen));
    const browser = [BROWSER].filter(chosen);
    const well = results.every(({ ok }) => ok);
    if (well) results.push(...(await inOrder(browser)));
    return summary(results, well ? [] : browser);
  });
}

/** @param {string | undefined} only @param {TestStep[]} all @returns {(step: TestStep) => boolean} */
function chooser(only, all) {
  const names = only?.split(",").map((name) => name.trim());
  const known = all.map(({ name }) => name);
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown) throw new Refusal(`there is no step “${unknown}”: choose from ${known.join(", ")}`);
  return ({ name }) => !names || names.includes(name);
}

/** Ctrl-C ends what runs; each of those cleans up after itself. */
function stopOnSignal() {
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.once(signal, () => {
      endChildren();
      process.exitCode = 130;
      setTimeout(() => process.exit(130), 15_000).unref();
    });
}

/** Two at a time. @param {TestStep[]} steps @returns {Promise<Result[]>} in the order given */
async function sideBySide(steps) {
  if (steps.length === 0) return [];
  /** @type {Map<TestStep, Result>} */
  const results = new Map();
  const waiting = [...steps];
  await step("checks and tests", async (note) => {
    const work = async () => {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        note(next.name);
        results.set(next, await timed(next));
      }
    };
    await Promise.all([work(), work()]);
    note("");
  });
  const done = steps.flatMap((one) => results.get(one) ?? []);
  for (const result of done) show(result);
  return done;
}

/** @param {TestStep[]} steps @returns {Promise<Result[]>} */
async function inOrder(steps) {
  const results = [];
  for (const one of steps) {
    const result = await step(one.name, () => timed(one));
    show(result);
    results.push(result);
  }
  return results;
}

/** @param {TestStep} one @returns {Promise<Result>} */
async function timed(one) {
  const began = Date.now();
  const outcome = await one.run();
  return { name: one.name, ms: Date.now() - began, ...outcome };
}

/** @param {Result} result */
function show({ name, ok, output }) {
  if (!ok) console.log(`\n── ${name} ${"─".repeat(Math.max(0, 70 - name.length))}\n${output.trim()}\n`);
}

/**
 * @param {Result[]} results
 * @param {TestStep[]} left not run because something before them failed
 * @returns {number} exit code
 */
function summary(results, left) {
  console.log();
  for (const { name, ok, ms, passed, failed } of results) {
    const counts = failed ? `${passed} passed, ${failed} failed` : `${passed} passed`;
    console.log(`${ok ? "✓" : "✗"} ${name.padEnd(12)} ${(ms / 1000).toFixed(1).padStart(7)} s   ${counts}`);
  }
  for (const { name } of left) console.log(`– ${name.padEnd(12)}  not run: mend the above first`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
