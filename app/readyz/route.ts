import { liveStatus } from "#server/live/status.ts";
import { isDatabaseReady } from "#server/ready.ts";

export const dynamic = "force-dynamic";

/**
 * Whether this instance can do its work now: 503 while the database is away. `listening`: whether the database's wake-ups
 * are heard (if not, others' work appears seconds late, which is no reason to send people elsewhere). `sockets`: how
 * many pages are connected here. `unstored`: how many claims' prose waits in memory because storing it failed.
 */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseReady();
  return Response.json(
    { status: ready ? "ready" : "database_away", database: ready, ...liveStatus() },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
