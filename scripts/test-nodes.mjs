import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { binOf, finish } from "./command.mjs";
import { npmCommand } from "./install.mjs";
import { inRoot } from "./places.mjs";
import { prepare } from "./preparation.mjs";
import { step } from "./progress.mjs";
import { Refusal, run } from "./refusal.mjs";

/** What production and desks may run: the oldest that is promised, and those with long support. */
const MAJORS = ["20", "22", "24"];
const PROJECTS = ["unit", "db"];

/**
 * `npm run test:nodes`: the unit and database tests under each Node that is promised, which npm's own packages bring; no
 * other host is asked. `--node 22` and `--project unit` choose; paths after `--` choose tests.
 */
await run(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      node: { type: "string", multiple: true, default: MAJORS },
      project: { type: "string", multiple: true, default: PROJECTS },
    },
  });
  await prepare({ built: false });
  let failures = 0;
  for (const major of values.node) {
    const node = await step(`Node ${major}`, () => nodeOf(major));
    const { output: version } = await finish(node, ["--version"]);
    for (const project of values.project)
      failures += await tested(node, version.trim(), project, positionals);
  }
  return failures > 0 ? 1 : 0;
});

/** @param {string} node @param {string} version @param {string} project @param {string[]} paths */
async function tested(node, version, project, paths) {
  const name = `${project} tests on ${version}`;
  const args = [binOf("vitest"), "run", "--project", project, ...paths];
  const { code, output } = await step(name, (note) => finish(node, args, { onLine: note }));
  console.log(code === 0 ? output.trim().split("\n").slice(-6).join("\n") : output);
  return code === 0 ? 0 : 1;
}

/** The program of a Node, installed once. @param {string} major @returns {Promise<string>} */
async function nodeOf(major) {
  const folder = inRoot(".test/nodes", major);
  const name = `node-${platform() === "win32" ? "win" : platform()}-${arch()}`;
  const home = join(folder, "node_modules", name);
  const program = () => {
    const { bin } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    return join(home, typeof bin === "string" ? bin : bin.node);
  };
  if (existsSync(join(home, "package.json"))) return program();
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{ "private": true }\n');
  const npm = npmCommand();
  const args = [
    "install",
    `${name}@${major}`,
    "--ignore-scripts",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
  ];
  const { code, output } = await finish(npm.program, [...npm.args, ...args], { cwd: folder });
  if (code !== 0) throw new Refusal(`Node ${major} could not be had from npm:\n${output.trim()}`);
  return program();
}
