import { randomBytes } from "node:crypto";
import { mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { asEnvironment } from "./command.mjs";
import { deskDatabase } from "./desk-database.mjs";
import { prepare } from "./preparation.mjs";
import { step } from "./progress.mjs";
import { run } from "./refusal.mjs";
import { scratchPostgres } from "./scratch.mjs";
import { startWebServer } from "./web-server.mjs";

/**
 * The product for browser tests and pictures: a build of its own (`NEXT_DIST_DIR`), a database that is gone
 * afterwards, the demo desk in it. Runs until SIGTERM, or until whoever started it is gone.
 */
await run(async () => {
  await prepare({ built: true });
  const server = await step("PostgreSQL", () => scratchPostgres());
  const env = asEnvironment({
    LOG_LEVEL: "warn",
    URATORI_SECRET: randomBytes(33).toString("base64url"),
    URATORI_URL: `http://localhost:${process.env.PORT}`,
    URATORI_DEMO: "1",
    ...process.env,
    NODE_ENV: "production",
  });
  const parent = process.ppid;
  /** @type {(() => Promise<void>)[]} */
  const undo = [server.stop];
  const leave = async () => {
    for (const back of undo.splice(0).reverse()) await back();
    process.exit(0);
  };
  process.on("SIGTERM", () => void leave());
  process.on("SIGINT", () => void leave());
  setInterval(() => process.ppid !== parent && void leave(), 500).unref();
  const url = await deskDatabase(server, env);
  const out = logFile(env.E2E_LOG);
  const web = await step("web server", () => startWebServer({ ...env, DATABASE_URL: url }, { out }));
  undo.push(web.stop);
  await web.ended;
  await leave();
});

/**
 * Where the web server writes: a file that tests read, or our own output.
 *
 * @param {string | undefined} path
 * @returns {number | "inherit"}
 */
function logFile(path) {
  if (!path) return "inherit";
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, "w");
}
