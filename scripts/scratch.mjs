import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { inRoot } from "./places.mjs";
import { startPostgres } from "./postgres.mjs";
import { stopPostmaster } from "./postmaster.mjs";
import { birthOf, isAlive } from "./process-identity.mjs";

const HOME = inRoot(".test");

/**
 * A PostgreSQL of this process's own that leaves nothing behind: its folder carries the number and the birth of the
 * process, so the next one to come can tell, and clear away, what a killed one had to leave.
 *
 * @returns {Promise<import("./postgres.mjs").Server & { dir: string }>} `stop` also deletes it
 */
export async function scratchPostgres() {
  await clearAbandoned();
  const dir = join(HOME, `run-${process.pid}-${birthOf(process.pid) ?? 0}-${Date.now()}`);
  mkdirSync(dir, { recursive: true });
  const server = await startPostgres({ dir, scratch: true });
  const stop = async () => {
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  };
  return { ...server, stop, dir };
}

async function clearAbandoned() {
  mkdirSync(HOME, { recursive: true });
  for (const name of readdirSync(HOME)) {
    const [, pid = "", birth = ""] = /^run-(\d+)-(.+)-\d+$/.exec(name) ?? [];
    if (!pid || (isAlive(Number(pid)) && (birthOf(Number(pid)) ?? "0") === birth)) continue;
    await stopPostmaster(join(HOME, name, "postgres"));
    rmSync(join(HOME, name), { recursive: true, force: true });
  }
}
