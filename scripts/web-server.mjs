import { spawn } from "node:child_process";
import { asEnvironment } from "./command.mjs";
import { inRoot, ROOT } from "./places.mjs";
import { Refusal } from "./refusal.mjs";
import { passAsJson, speaksJson } from "./speech.mjs";

/**
 * @typedef {object} WebServer
 * @property {Promise<number>} ended exit code, once it is over
 * @property {() => Promise<void>} stop lets open requests end, then ends it; safe to call twice
 */

/**
 * Starts `server.ts` in a process of its own and waits until it answers.
 *
 * @param {import("./command.mjs").Variables} env
 * @param {{ out?: number | "inherit" }} [options] where its log goes: a file descriptor, or our own output, where
 *   all of it is JSON if that is what we speak
 * @returns {Promise<WebServer>}
 */
export async function startWebServer(env, { out = "inherit" } = {}) {
  const isPassed = out === "inherit" && speaksJson();
  const to = isPassed ? "pipe" : out;
  const child = spawn(process.execPath, ["--import", "tsx", inRoot("server.ts")], {
    cwd: ROOT,
    env: asEnvironment({ ...env, NEXT_TELEMETRY_DISABLED: "1" }),
    stdio: ["ignore", to, to, "ipc"],
  });
  if (child.stdout) passAsJson(child.stdout, "info");
  if (child.stderr) passAsJson(child.stderr, "error");
  /** @type {Promise<number>} */
  const ended = new Promise((done) => {
    child.once("exit", (code) => done(code ?? 1));
    child.once("error", () => done(1));
  });
  const ready = new Promise((done) => child.once("message", () => done("ready")));
  if ((await Promise.race([ready, ended])) !== "ready")
    throw new Refusal("the web server did not start; see above");
  let asked = false;
  const stop = async () => {
    if (!asked) child.kill("SIGTERM");
    asked = true;
    await ended;
  };
  return { ended, stop };
}
