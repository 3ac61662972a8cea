import { join } from "node:path";
import { endChildren } from "./command.mjs";
import { takeLock } from "./lock.mjs";
import { dataDir, distDir, inRoot } from "./places.mjs";
import { portTrouble, webPort } from "./port.mjs";
import { LITTLE_MB, prepare, requireBuild, requireSpace, requireWritable } from "./preparation.mjs";
import { birthOf, parentOf, programOf } from "./process-identity.mjs";
import { step } from "./progress.mjs";
import { Refusal, run } from "./refusal.mjs";
import { say, speakJson, speaksJson } from "./speech.mjs";

const DEMO_PASSWORD = "uratori-demo";
const DEMO_ADDRESSES = ["viewer", "editor", "reviewer", "admin"].map((role) => `${role}@uratori.example`);
const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;
/** A start that was killed a moment ago may still be putting things away. */
const PATIENCE_MS = 15_000;
const PARENT_LOOK_MS = 500;

/** What has to be undone, last first, however this process ends. @type {(() => void | Promise<void>)[]} */
const undo = [];

/**
 * Runs the product until it is told to stop: everything it needs, the database, the web server.
 *
 * @param {object} options
 * @param {"production" | "development"} options.mode `development` compiles on the fly and reloads
 * @param {boolean} [options.isPrepared] everything is installed and built, and nothing is written here
 */
export async function runProduct({ mode, isPrepared = false }) {
  await run(async () => {
    process.stdout.on("error", () => {});
    if (isPrepared || (process.env.DATABASE_URL && mode === "production")) speakJson();
    for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
      process.on(signal, () => void leave(0));
    leaveWithParent();
    try {
      await leave(await live(mode, isPrepared));
    } catch (error) {
      await undoAll();
      throw error;
    }
  });
}

/**
 * @param {"production" | "development"} mode
 * @param {boolean} isPrepared
 * @returns {Promise<number>} exit code, when the web server ended
 */
async function live(mode, isPrepared) {
  const port = webPort();
  const embedded = !process.env.DATABASE_URL;
  const host = process.env.HOST || (embedded ? "127.0.0.1" : undefined);
  if (!isPrepared) requireWritable(inRoot());
  if (!isPrepared) requireWritable(inRoot(distDir()));
  if (embedded) await claimDataDir(port);
  await requireFreePort(port, host);
  if (isPrepared) requireBuild();
  else await prepareHere(mode);
  const env = await (embedded ? embeddedDesk(mode, port) : ownDesk(mode));
  const { startWebServer } = await import("./web-server.mjs");
  const web = await step("web server", () => startWebServer(env));
  undo.push(web.stop);
  if (embedded) greet(port, host);
  else say("info", `Uratori is ready: ${env.URATORI_URL}`);
  return await web.ended;
}

/** @param {"production" | "development"} mode */
async function prepareHere(mode) {
  requireSpace(inRoot());
  await prepare({ built: mode === "production" });
}

/** One desk, one process. @param {number} port */
async function claimDataDir(port) {
  requireWritable(dataDir());
  requireSpace(dataDir(), LITTLE_MB);
  const lock = await takeLock(join(dataDir(), "running.json"), `http://localhost:${port}`, PATIENCE_MS);
  if ("holder" in lock)
    throw new Refusal(
      `Uratori is already running on ${dataDir()}: ${lock.holder.what} (process ${lock.holder.pid})`,
    );
  undo.push(lock.release);
}

/** @param {number} port @param {string | undefined} host */
async function requireFreePort(port, host) {
  const trouble = await portTrouble(port, host);
  if (!trouble) return;
  const hint = `choose another one, e.g. PORT=${port < 65_000 ? port + 1 : port - 1} npm start`;
  if (trouble === "EADDRINUSE") throw new Refusal(`port ${port} is taken by another program: ${hint}`);
  if (trouble === "EACCES") throw new Refusal(`port ${port} may not be used by this account: ${hint}`);
  throw new Refusal(`port ${port} cannot be used (${trouble}): ${hint}`);
}

/**
 * A desk that brings its own database: nothing is invented, everything is checked.
 *
 * @param {string} mode
 * @returns {Promise<import("./command.mjs").Variables>}
 */
async function ownDesk(mode) {
  const env = { ...process.env, URATORI_DEMO: "0", NODE_ENV: mode };
  const { DATABASE_URL } = await checked(env);
  const { bringUpToDate } = await import("./desk-database.mjs");
  await bringUpToDate(DATABASE_URL, env);
  return env;
}

/**
 * A desk on the embedded database, with a secret of its own.
 *
 * @param {string} mode
 * @param {number} port
 * @returns {Promise<import("./command.mjs").Variables>}
 */
async function embeddedDesk(mode, port) {
  const { keptSecret } = await import("./secrets.mjs");
  const env = {
    LOG_LEVEL: "warn",
    URATORI_SECRET: keptSecret(dataDir()),
    URATORI_URL: `http://localhost:${port}`,
    ...Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== "")),
    PORT: String(port),
    URATORI_DEMO: "1",
    NODE_ENV: mode,
  };
  await checked({ ...env, DATABASE_URL: "postgresql://embedded" });
  const { keepPostgres } = await import("./kept-postgres.mjs");
  const server = await step("PostgreSQL", async (note) => {
    const started = await keepPostgres({ dir: dataDir(), say });
    if (started.reused) note("still running, taken over");
    return started;
  });
  undo.push(() => step("PostgreSQL stopped", server.stop));
  const { deskDatabase } = await import("./desk-database.mjs");
  return { ...env, DATABASE_URL: await deskDatabase(server, env) };
}

/** @param {import("./command.mjs").Variables} variables @returns {Promise<import("../server/env.ts").Env>} */
async function checked(variables) {
  const { tsImport } = await import("tsx/esm/api");
  /** @type {typeof import("../server/env.ts")} */
  const { parseEnv } = await tsImport("../server/env.ts", import.meta.url);
  try {
    return parseEnv(variables);
  } catch (error) {
    const faults = error instanceof Error ? error.message.split("\n") : [String(error)];
    throw new Refusal(
      `the environment is not fit to start:\n${faults.map((fault) => `  · ${fault}`).join("\n")}`,
    );
  }
}

/** @param {number} port @param {string | undefined} host */
function greet(port, host) {
  const address = `http://localhost:${port}`;
  const open = LOOPBACK.test(host ?? "")
    ? `Only this machine can open it, because these passwords are published. To others: HOST=0.0.0.0 URATORI_URL=http://NAME:${port} at the start`
    : `Everybody who reaches ${host} can open it with these published passwords.`;
  if (speaksJson()) return say("warn", `Uratori is ready with its demo desk: ${address}. ${open}`);
  console.log(`\nUratori is ready: ${address}\n`);
  console.log("Sign in to the demo desk as");
  for (const person of DEMO_ADDRESSES) console.log(`  ${person.padEnd(28)} ${DEMO_PASSWORD}`);
  console.log(`\n${open}\nCtrl-C stops it; everything is kept.\n`);
}

let leaving = false;

/** @param {number} code */
async function leave(code) {
  if (leaving) return;
  leaving = true;
  endChildren();
  await undoAll();
  process.exit(code);
}

async function undoAll() {
  for (const back of undo.splice(0).reverse()) await back();
}

/** npm passes signals on, but cannot when it is killed; then its going is the signal. */
function leaveWithParent() {
  const chain = ancestors();
  const timer = setInterval(() => {
    if (chain.some(({ pid, birth }) => birthOf(pid) !== birth)) void leave(0);
  }, PARENT_LOOK_MS);
  timer.unref();
}

/** npm, and the shell it uses; empty when npm did not start us. */
function ancestors() {
  if (!process.env.npm_lifecycle_event) return [];
  const shell = process.ppid;
  const npm = /sh$/.test(programOf(shell) ?? "") ? parentOf(shell) : null;
  return [shell, npm].flatMap((pid) => (pid ? [{ pid, birth: birthOf(pid) }] : []));
}
