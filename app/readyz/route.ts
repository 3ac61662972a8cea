import { isDatabaseReady } from "#server/ready.ts";

export const dynamic = "force-dynamic";

/** Whether this instance can do its work now: 503 while the database is away. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseReady();
  return Response.json(
    { status: ready ? "ready" : "database_away" },
    { status: ready ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
}
