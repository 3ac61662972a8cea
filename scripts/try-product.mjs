import { execFileSync, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  cpSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { asEnvironment, finish } from "./command.mjs";
import { ensureDatabase } from "./databases.mjs";
import { filesIn } from "./fingerprint.mjs";
import { inRoot } from "./places.mjs";
import { freePort } from "./port.mjs";
import { PRODUCT } from "./product-place.mjs";
import { step } from "./progress.mjs";
import { Refusal, run } from "./refusal.mjs";
import { scratchPostgres } from "./scratch.mjs";

/** What the Dockerfile starts as; anybody else where we may not become somebody. */
const ACCOUNT = { uid: 10_001, gid: 10_001 };
/** An image of 700 MB less Debian's slim one (75 MB) and the program of Node (127 MB). */
const MOST_MB = 700 - 75 - 127;
const READY_MS = 180_000;

/**
 * `npm run try:product`: the steps of the Dockerfile without Docker. What it builds is built in an empty folder from what
 * git knows of this checkout; the result is moved elsewhere, closed to writing, started as another account without npm on
 * its path, on an empty database, and used (`product-trial.mjs`). `--here` takes the product that lies here instead;
 * `--with PATH` names the program of another Node that it is started with as well.
 */
await run(async () => {
  const { values } = parseArgs({
    options: {
      here: { type: "boolean", default: false },
      with: { type: "string", multiple: true, default: [] },
    },
  });
  const home = mkdtempSync(join(tmpdir(), "uratori-trial-"));
  chmodSync(home, 0o755);
  try {
    const source = values.here ? inRoot() : await builtInEmptyFolder(join(home, "src"));
    const place = join(home, "opt");
    cpSync(join(source, PRODUCT), place, { recursive: true, verbatimSymlinks: true });
    const bytes = closeToWriting(place);
    const mb = Math.round(bytes / 1_000_000);
    if (mb > MOST_MB)
      throw new Refusal(`the product has ${mb} MB; for an image of 700 MB it may have ${MOST_MB}`);
    console.log(`  ${mb} MB of product, about ${mb + 75 + 127} MB of image`);
    for (const [at, node] of [process.execPath, ...values.with].entries()) {
      const { output } = await finish(node, ["--version"]);
      console.log(`  with Node ${output.trim()}`);
      await started(node, place, join(home, `tmp-${at}`));
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});

/** @param {string} folder @returns {Promise<string>} the folder */
async function builtInEmptyFolder(folder) {
  const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: inRoot() });
  for (const path of files.toString().split("\0").filter(Boolean)) {
    if (!lstatSync(inRoot(path), { throwIfNoEntry: false })) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(inRoot(path), join(folder, path), { verbatimSymlinks: true });
  }
  const [first = ""] = dockerfile().split(/^FROM (?!.* AS build)/m);
  const env = { PATH: process.env.PATH, HOME: process.env.HOME };
  for (const [, command = ""] of first.matchAll(/^RUN (.+)$/gm))
    await step(command, async (note) => {
      const { code, output } = await finish("sh", ["-c", command], { cwd: folder, env, onLine: note });
      note("");
      if (code !== 0) throw new Refusal(`${command} failed:\n${output}`);
    });
  return folder;
}

function dockerfile() {
  return readFileSync(inRoot("Dockerfile"), "utf8");
}

/** Nobody may write there, and it is root's where we are. @param {string} at @returns {number} bytes */
function closeToWriting(at) {
  let bytes = 0;
  for (const path of execFileSync("find", [at, "-print0"]).toString().split("\0").filter(Boolean)) {
    const found = lstatSync(path);
    if (!found.isDirectory()) bytes += found.size;
    if (!found.isSymbolicLink()) chmodSync(path, found.mode & 0o555);
  }
  return bytes;
}

/** @param {string} node the program @param {string} place of the product @param {string} tmp all it may write to */
async function started(node, place, tmp) {
  mkdirSync(tmp);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) chownSync(tmp, ACCOUNT.uid, ACCOUNT.gid);
  const server = await scratchPostgres();
  const port = await freePort();
  const base = `http://localhost:${port}`;
  try {
    await ensureDatabase(server, "trial");
    const [, command = "[]"] = /^CMD (.+)$/m.exec(dockerfile()) ?? [];
    const [, ...args] = JSON.parse(command);
    const env = {
      PATH: "/nonexistent",
      HOME: tmp,
      TMPDIR: tmp,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_URL: server.url("trial"),
      URATORI_SECRET: "kQ3v9ZrT1mWc7Yb5Ld8Hs2Nf6Pg4Jx0A",
      URATORI_URL: base,
    };
    const child = spawn(node, args, {
      cwd: place,
      env: asEnvironment(env),
      stdio: ["ignore", "pipe", "inherit"],
      ...(isRoot && ACCOUNT),
    });
    let said = "";
    child.stdout.on("data", (chunk) => {
      said += chunk;
    });
    const ended = new Promise((done) => child.once("exit", done));
    try {
      await step("start", () => until(async () => child.exitCode !== null || (await isReady(base))));
      await until(async () => child.exitCode !== null || /[Ss]et-up token/.test(said));
      if (child.exitCode !== null) throw new Refusal(`it did not start:\n${said}`);
      const { tryProduct } = await import("./product-trial.mjs");
      const [, token = ""] = /set-up token:\\n\s*([\w-]+)/.exec(said) ?? [];
      await step("use", (note) => tryProduct(base, token, note));
    } finally {
      child.kill("SIGTERM");
    }
    if ((await ended) !== 0) throw new Refusal(`it did not end cleanly:\n${said}`);
    for (const line of said.trim().split("\n")) requireJson(line);
    console.log(`  ${said.trim().split("\n").length} lines on standard output, all JSON`);
    console.log(`  written outside of the database: ${filesIn(tmp).length} files, in its cache folder only`);
  } finally {
    await server.stop();
  }
}

/** @param {string} line */
function requireJson(line) {
  try {
    JSON.parse(line);
  } catch {
    throw new Refusal(`a line on standard output is no JSON: ${line}`);
  }
}

/** @param {string} base */
function isReady(base) {
  return fetch(`${base}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** @param {() => Promise<boolean>} holds */
async function until(holds) {
  const end = Date.now() + READY_MS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Refusal("it did not answer in time");
    await pause(100);
  }
}
