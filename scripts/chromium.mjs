import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { arch, platform } from "node:os";

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
 *
 * @returns {Promise<Chromium>}
 */
export async function findChromium() {
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

/** The package unpacks itself, and the libraries a bare machine lacks, into the temporary folder. @returns {Promise<Chromium>} */
async function fromNpm() {
  const before = process.env.LD_LIBRARY_PATH;
  const { default: packaged } = await import("@sparticuz/chromium");
  const executablePath = await packaged.executablePath();
  const libraries = process.env.LD_LIBRARY_PATH;
  const env = libraries && libraries !== before ? { LD_LIBRARY_PATH: libraries } : {};
  return { executablePath, args: packaged.args, env, origin: "@sparticuz/chromium" };
}
