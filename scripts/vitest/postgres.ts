import type { TestProject } from "vitest/node";
import { ensureDatabase } from "../databases.mjs";
import { migrate } from "../migrations.mjs";
import { clientIsCurrent, generateClient } from "../prisma-client.mjs";
import { scratchPostgres } from "../scratch.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of a database on the run's own PostgreSQL; others differ in the last part of the path only. */
    databaseUrl: string;
  }
}

/** The database every test file gets a copy of: migrated, empty. */
export const TEMPLATE = "template_migrated";

/** One PostgreSQL for the whole run, with the migrations applied once. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!clientIsCurrent()) await generateClient();
  const server = await scratchPostgres();
  await ensureDatabase(server, TEMPLATE);
  await migrate(server.url(TEMPLATE));
  project.provide("databaseUrl", server.url("postgres"));
  return server.stop;
}
