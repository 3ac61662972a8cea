import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync } from "node:fs";
import { arch, platform } from "node:os";
import { delimiter, join } from "node:path";
import { takeLock } from "./lock.mjs";
import { inRoot } from "./places.mjs";

const TURN_MS = 120_000;
/** Without a sandbox (containers seldom allow one) and without a graphics card; otherwise as people have it. */
const HEADLESS_ARGS = [
  "--no-sandbox",
  "--no-zygote",
  "--font-render-hinting=none",
  "--disable-gpu",
  "--disable-software-rasterizer",
];

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const ELSEWHERE = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/snap/bin/chromium",
];

/**
 * A Chromium to launch with Playwright.
 *
 * @typedef {object} Chromium
 * @property {string | undefined} executablePath undefined: Playwright's own
 * @property {string[]} args
 * @property {Record<string, string>} env to add to the environment of the browser
 * @property {string} origin where it was found, for people
 */

/**
 * Finds a Chromium without downloading one: the one `CHROMIUM_PATH` names, one that is installed, the one that came
 * from npm (Linux on x64), and only then Playwright's own, which may need `npx playwright install chromium`.
 * Its characters are Unicode's: where a machine names no locale, Chromium calls a file with a Japanese name "download".
 *
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
  const found = await anyChromium();
  return { ...found, env: { ...found.env, LC_ALL: "C.UTF-8" } };
}

/** @returns {Promise<Chromium>} */
async function anyChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) return plain(named, "CHROMIUM_PATH");
  const installed = candidates().find(runs);
  if (installed) return plain(installed, "installed");
  if (platform() === "linux" && arch() === "x64") return await fromNpm();
  return { executablePath: undefined, args: [], env: {}, origin: "Playwright" };
}

/** @param {string} executablePath @param {string} origin @returns {Chromium} */
function plain(executablePath, origin) {
  // A sandbox needs an account other than root, or user namespaces, which containers seldom allow.
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  return { executablePath, args, env: {}, origin };
}

function candidates() {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE];
}

/** Distributions put a shell script there that only says how to install it: it has to answer. @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    execFileSync(path, ["--version", "--no-sandbox"], { stdio: "ignore", timeout: 15_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * The package unpacks itself into the temporary folder, and the libraries a bare machine lacks (NSS, NSPR, …) only
 * where it believes to be in a cloud function. It is given a temporary folder of its own, so that no half-unpacked
 * one of somebody else is taken, and led to unpack everything; the libraries are used when the browser does not run
 * without them.
 *
 * @returns {Promise<Chromium>}
 */
async function fromNpm() {
  const home = inRoot("node_modules/.cache/chromium");
  mkdirSync(home, { recursive: true });
  const turn = await takeLock(`${home}.lock`, "unpacking Chromium", TURN_MS);
  try {
    const executablePath = await withEnvironment(
      { TMPDIR: home, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" },
      unpack,
    );
    const libraries = runs(executablePath) ? {} : { LD_LIBRARY_PATH: join(home, "al2023/lib") };
    const fonts = existsSync("/etc/fonts/fonts.conf") ? {} : { FONTCONFIG_PATH: join(home, "fonts") };
    const env = { ...libraries, ...fonts };
    return { executablePath, args: [...HEADLESS_ARGS], env, origin: "@sparticuz/chromium" };
  } finally {
    if ("release" in turn) turn.release();
  }
}

/** @returns {Promise<string>} path of the browser */
async function unpack() {
  const { default: packaged } = await import("@sparticuz/chromium");
  return await packaged.executablePath();
}

/**
 * @template T
 * @param {Record<string, string>} variables set for the time of the work; the package adds some of its own
 * @param {() => Promise<T>} work
 */
async function withEnvironment(variables, work) {
  const before = { ...process.env };
  Object.assign(process.env, variables);
  try {
    return await work();
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}
