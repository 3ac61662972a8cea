import { readFileSync } from "node:fs";
import path from "node:path";
import type { Actor } from "#domain/rights/predicate.ts";
import type { SystemStatus } from "#domain/system.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { liveStatus } from "#server/live/status.ts";
import { productRoot } from "#server/product-root.ts";
import { workerQueues } from "#server/worker-pool.ts";
import { loadWorkStanding } from "./work-standing.ts";

/** How many tables are shown by name. */
const TABLES = 10;

/** The product as it runs here. */
export async function readSystemStatus(actor: Actor): Promise<SystemStatus> {
  authorise(actor, "system.operate");
  const [[database], tables, work] = await Promise.all([loadDatabase(), loadTables(), loadWorkStanding()]);
  if (!database) throw new Error("The database said nothing of itself");
  const live = liveStatus();
  const sizeOf = (...names: string[]) => {
    const stores = tables.filter(({ name }) => names.includes(name));
    const sum = (of: "bytes" | "rows") => stores.reduce((total, store) => total + store[of], 0);
    return { bytes: sum("bytes"), rows: stores.find(({ name }) => name === names[0])?.rows ?? 0 };
  };
  return {
    at: new Date().toISOString(),
    versions: {
      product: productVersion(),
      node: process.versions.node,
      postgres: database.version,
      migration: database.migration,
    },
    instance: {
      startedAt: new Date(Date.now() - process.uptime() * 1000).toISOString(),
      memoryBytes: process.memoryUsage.rss(),
      sockets: live?.sockets ?? null,
      listening: live?.listening ?? null,
      unstored: live?.unstored ?? null,
      workers: workerQueues(),
    },
    sizes: {
      databaseBytes: database.bytes,
      tables: tables.slice(0, TABLES),
      pictures: sizeOf("Picture"),
      captures: sizeOf("Capture"),
      readings: sizeOf("Reading", "ReadingPage"),
    },
    work,
    answersKept: sizeOf("AnsweredDeed").rows,
    sendsMail: env().SMTP_URL !== undefined,
  };
}

/** As in the product's own package.json. */
export function productVersion(): string {
  const { version } = JSON.parse(readFileSync(path.join(productRoot(), "package.json"), "utf8"));
  return String(version);
}

const loadDatabase = () => db().$queryRaw<{ version: string; bytes: number; migration: string | null }[]>`
  SELECT current_setting('server_version') AS version,
    pg_database_size(current_database())::float8 AS bytes,
    (SELECT max(migration_name) FROM _prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL) AS migration`;

/** All tables with their indexes and long values, the largest first; before a table was first analysed it counts no rows. */
const loadTables = () => db().$queryRaw<{ name: string; bytes: number; rows: number }[]>`
  SELECT c.relname AS name, pg_total_relation_size(c.oid)::float8 AS bytes,
    GREATEST(c.reltuples, s.n_live_tup, 0)::float8 AS rows
  FROM pg_class c LEFT JOIN pg_stat_user_tables s ON s.relid = c.oid
  WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
  ORDER BY bytes DESC, name`;
