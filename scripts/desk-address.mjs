import { existsSync } from "node:fs";
import { join } from "node:path";
import { dataDir } from "./places.mjs";
import { Refusal } from "./refusal.mjs";

/**
 * Works on the server that holds the desk: one's own where `DATABASE_URL` says so, else the embedded one, which is started
 * and stopped where it does not run.
 *
 * @template T
 * @param {(server: { own: string | null, url: (database: string) => string }) => Promise<T>} work `own`: the address
 *   of one's own database, null on the embedded server
 * @param {{ isMade?: boolean }} [options] whether an embedded server may be made
 * @returns {Promise<T>}
 * @throws Refusal where there is none
 */
export async function withDeskServer(work, { isMade = false } = {}) {
  const own = process.env.DATABASE_URL || null;
  if (own) return await work({ own, url: () => own });
  if (!isMade && !existsSync(join(dataDir(), "postgres")))
    throw new Refusal(`there is no database in ${dataDir()}: give DATABASE_URL, or URATORI_DATA_DIR`);
  const { startPostgres } = await import("./postgres.mjs");
  const server = await startPostgres({ dir: dataDir() });
  try {
    return await work({ own: null, url: server.url });
  } finally {
    if (!server.reused) await server.stop();
  }
}
