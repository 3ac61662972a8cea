import { vi } from "vitest";
import { db } from "#server/db.ts";
import { ensureScales } from "#server/scales/seed-scales.ts";
import { watchRows } from "#server/test/row-changes.ts";
import { startWebServer, type WebServer, webPage } from "#server/test/web-server.ts";

/**
 * What the rows of the operations stand on: rating scales, a look at every table, and a site that may be fetched, whose
 * article is at `/news`. The caller closes the site.
 */
export async function openWorld(): Promise<WebServer> {
  const web = await startWebServer();
  web.pages.set("/news", webPage("<!doctype html><title>題</title><article><p>本文。</p></article>"));
  vi.stubEnv("URATORI_FETCH_ALLOW", web.host);
  await ensureScales(db());
  await watchRows();
  return web;
}
