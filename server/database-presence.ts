import { setTimeout as pause } from "node:timers/promises";
import { log } from "#server/log.ts";
import { isDatabaseReady } from "#server/ready.ts";

/** Between two looks at a database that does not answer, in milliseconds. */
const LOOK_EVERY = 250;

/** What a caller is told to wait before the next try, in seconds: PostgreSQL is up again within that, killed as it may be. */
export const AWAY_RETRY_SECONDS = 2;

/** One state a process: Next's bundles have modules of their own. */
const kept = globalThis as typeof globalThis & { uratoriDatabase?: { isAway: boolean; isLooking: boolean } };

function state() {
  kept.uratoriDatabase ??= { isAway: false, isLooking: false };
  return kept.uratoriDatabase;
}

/** Whether the database was away at the last look. Requests need not find it out one by one. */
export const isDatabaseAway = (): boolean => state().isAway;

/**
 * To be called when something looks as if the database were away: looks until it answers. Says so once in the log when
 * it goes and once when it is back.
 */
export function suspectDatabase(): void {
  const now = state();
  if (now.isLooking) return;
  now.isLooking = true;
  void lookUntilBack().finally(() => {
    now.isLooking = false;
  });
}

async function lookUntilBack(): Promise<void> {
  const now = state();
  while (!(await isDatabaseReady())) {
    if (!now.isAway) log().error("the database does not answer: requests get 503 until it does");
    now.isAway = true;
    await pause(LOOK_EVERY, undefined, { ref: false });
  }
  if (now.isAway) log().warn("the database answers again");
  now.isAway = false;
}
