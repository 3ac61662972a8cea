import type { WorkStanding } from "#domain/system.ts";
import { liveStatus } from "#server/live/status.ts";
import { log } from "#server/log.ts";
import { productVersion } from "#server/reads/system-status.ts";
import { loadWorkStanding } from "#server/reads/work-standing.ts";
import { workerQueues } from "#server/worker-pool.ts";
import { onScrape } from "./metrics.ts";
import { poolCounts } from "./pools.ts";

/** How old what the database says may be, in milliseconds: two who read the metrics at once ask it once. */
const FRESH_MS = 5_000;
/** How long the database may take, in milliseconds; whoever reads the metrics waits no longer. */
const PATIENCE_MS = 2_000;

/** Offers to whoever reads the metrics what is not counted as it happens: queues, sockets, connections, versions. */
export function offerGauges(): void {
  onScrape("uratori_info", "The product's version and Node's", ["version", "node"], (gauge) =>
    gauge.set({ version: productVersion(), node: process.versions.node }, 1),
  );
  onScrape("uratori_sockets", "Pages connected to this instance", [], (gauge) =>
    gauge.set(liveStatus()?.sockets ?? 0),
  );
  onScrape("uratori_listening", "1 while the database's wake-ups are heard", [], (gauge) =>
    gauge.set(liveStatus()?.listening ? 1 : 0),
  );
  onScrape(
    "uratori_prose_unstored",
    "Claims whose prose is held in memory because storing failed",
    [],
    (gauge) => gauge.set(liveStatus()?.unstored ?? 0),
  );
  onScrape("uratori_worker_waiting", "Jobs that wait for a worker thread", ["pool"], (gauge) => {
    for (const { name, waiting } of workerQueues()) gauge.set({ pool: name }, waiting);
  });
  onScrape("uratori_database_connections", "Connections to the database", ["pool", "state"], (gauge) => {
    for (const { pool, open, idle } of poolCounts()) {
      gauge.set({ pool, state: "busy" }, open - idle);
      gauge.set({ pool, state: "idle" }, idle);
    }
  });
  onScrape("uratori_database_waiting", "Statements that wait for a connection", ["pool"], (gauge) => {
    for (const { pool, waiting } of poolCounts()) gauge.set({ pool }, waiting);
  });
  onScrape("uratori_database_up", "1 where the database answers", [], async (gauge) =>
    gauge.set((await standing()) ? 1 : 0),
  );
  offerQueue("readings", "Files that a machine reads, by state; the same in all instances", [
    "waiting",
    "running",
    "failed",
  ]);
  offerQueue("watches", "Watched addresses; the same in all instances", [
    "total",
    "due",
    "failing",
    "paused",
  ]);
  offerQueue("mails", "Members for whom a digest waits; the same in all instances", [
    "waiting",
    "due",
    "failing",
  ]);
}

function offerQueue<Name extends keyof WorkStanding>(
  name: Name,
  help: string,
  states: readonly (keyof WorkStanding[Name] & string)[],
): void {
  onScrape(`uratori_${name}`, help, ["state"], async (gauge) => {
    const known = await standing();
    if (known) for (const state of states) gauge.set({ state }, Number(known[name][state]));
  });
}

let latest: { at: number; standing: Promise<WorkStanding | null> } | null = null;

/** Null where the database does not answer in time: what is not known is not shown. */
function standing(): Promise<WorkStanding | null> {
  if (!latest || Date.now() - latest.at > FRESH_MS) latest = { at: Date.now(), standing: loaded() };
  return latest.standing;
}

async function loaded(): Promise<WorkStanding | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((answer) => {
    timer = setTimeout(answer, PATIENCE_MS, null);
  });
  try {
    return await Promise.race([loadWorkStanding(), late]);
  } catch (error) {
    log().warn({ err: error }, "the database could not be asked for what waits");
    return null;
  } finally {
    clearTimeout(timer);
  }
}
