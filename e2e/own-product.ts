import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

/** A product of a test's own, for tests that do harm to it: the real start, its own embedded database, the demo desk. */
export interface OwnProduct {
  base: string;
  port: number;
  /** What it printed on standard output so far, a line each. */
  lines: () => string[];
  /** Ends its PostgreSQL as a machine that runs out of memory does. */
  killDatabase: () => void;
  /** @returns its exit code */
  stop: () => Promise<number | null>;
}

/** Starts one on what was built for the tests, and waits until it can be used. */
export async function startOwnProduct(): Promise<OwnProduct> {
  const dir = mkdtempSync(path.join(tmpdir(), "uratori-own-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["scripts/serve.mjs"], {
    env: { ...withoutDatabase(), PORT: String(port), URATORI_DATA_DIR: dir, NEXT_DIST_DIR: ".next-test" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const ended = once(child, "exit");
  const lines = () => said.split("\n").filter((line) => line !== "");
  await untilReady(child, () => said.includes("Uratori is ready"));
  return {
    base: `http://localhost:${port}`,
    port,
    lines,
    killDatabase: () => {
      const [pid = ""] = readFileSync(path.join(dir, "postgres", "postmaster.pid"), "utf8").split("\n");
      process.kill(Number(pid), "SIGKILL");
    },
    stop: async () => {
      child.kill("SIGTERM");
      const [code] = await ended;
      rmSync(dir, { recursive: true, force: true });
      return code;
    },
  };
}

/** The run's own database and address are not this one's. */
function withoutDatabase(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, URATORI_URL: __, HOST: ___, ...rest } = process.env;
  return rest;
}

function untilReady(child: ChildProcess, isReady: () => boolean): Promise<void> {
  return new Promise((ready, fail) => {
    const look = () => isReady() && ready();
    child.stdout?.on("data", look);
    child.once("exit", (code) => fail(new Error(`the product did not start (${code})`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((answer) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => answer(typeof address === "object" && address ? address.port : 0));
    });
  });
}
