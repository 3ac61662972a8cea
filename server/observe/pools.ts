import type { Pool } from "pg";

/** Next's bundles have modules of their own; the pools are one set in one process. */
const kept = globalThis as typeof globalThis & { uratoriPools?: Map<string, Pool> };
kept.uratoriPools ??= new Map();
const pools = kept.uratoriPools;

/** From now on operators see what `pool` does, as `name`; one that had the name before is seen no longer. */
export const showPool = (name: string, pool: Pool): void => void pools.set(name, pool);

/** Connections by pool: open ones, those of them that nobody uses, and how many statements wait for one. */
export const poolCounts = (): { pool: string; open: number; idle: number; waiting: number }[] =>
  [...pools].map(([pool, { totalCount, idleCount, waitingCount }]) => ({
    pool,
    open: totalCount,
    idle: idleCount,
    waiting: waitingCount,
  }));
