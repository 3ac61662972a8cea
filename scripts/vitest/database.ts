import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { dropDatabase, ensureDatabase } from "../databases.mjs";

/** A test file's own database, there before the file is loaded, gone after it. */
const name = `test_${randomBytes(6).toString("hex")}`;
const server = { url: addressOf };

function addressOf(database: string): string {
  const url = new URL(inject("databaseUrl"));
  url.pathname = `/${database}`;
  return url.href;
}

await ensureDatabase(server, name, "template_migrated");

process.env.DATABASE_URL = addressOf(name);
process.env.URATORI_SECRET = randomBytes(32).toString("base64");
process.env.URATORI_URL = "http://localhost:3000";
process.env.LOG_LEVEL = "silent";

afterAll(async () => {
  const { db } = await import("../../server/db.ts");
  await db().$disconnect();
  await dropDatabase(server, name);
});
