import { randomBytes } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { ensureDatabase } from "../../scripts/databases.mjs";
import { migrate } from "../../scripts/migrations.mjs";
import { inRoot } from "../../scripts/places.mjs";
import { startPostgres } from "../../scripts/postgres.mjs";

/** A PostgreSQL as a desk has it: what it says is committed is on the disk. */
export interface BenchDatabase {
  /** A new, migrated database and all else that an instance on `port` reads from its environment. */
  environment(port: number): Promise<Record<string, string>>;
  stop(): Promise<void>;
}

const TEMPLATE = "bench_migrated";

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dir = inRoot(".test", `bench-${process.pid}`);
  mkdirSync(dir, { recursive: true });
  const server = await startPostgres({ dir });
  await ensureDatabase(server, TEMPLATE);
  await migrate(server.url(TEMPLATE));
  return {
    environment: async (port) => {
      const name = `bench_${randomBytes(6).toString("hex")}`;
      await ensureDatabase(server, name, TEMPLATE);
      return {
        DATABASE_URL: server.url(name),
        URATORI_SECRET: randomBytes(32).toString("base64"),
        URATORI_URL: `http://127.0.0.1:${port}`,
        PORT: String(port),
        NODE_ENV: "production",
      };
    },
    stop: async () => {
      await server.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
