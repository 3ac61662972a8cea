export const dynamic = "force-dynamic";

/** The process is up and answers. Says nothing of the database, so that its absence restarts nobody. */
export const GET = (): Response =>
  Response.json({ status: "ok" }, { headers: { "cache-control": "no-store" } });
