import { PrismaPg } from "@prisma/adapter-pg";
import { afterEach, expect, it } from "vitest";
import { PrismaClient } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { isDatabaseReady } from "./ready.ts";

const kept = globalThis as typeof globalThis & { uratoriDb?: PrismaClient };
const real = db();

afterEach(() => {
  kept.uratoriDb = real;
});

/** This process's database, as if it were at `connectionString`. */
function moveDatabaseTo(connectionString: string): void {
  kept.uratoriDb = new PrismaClient({ adapter: new PrismaPg({ connectionString }) });
}

it("is ready where the database answers", async () => {
  await expect.poll(isDatabaseReady).toBe(true);
});

it("is not where nobody listens", async () => {
  moveDatabaseTo("postgresql://nobody@127.0.0.1:1/nothing");
  expect(await isDatabaseReady()).toBe(false);
});

it("is again when the database is back", async () => {
  moveDatabaseTo("postgresql://nobody@127.0.0.1:1/nothing");
  await isDatabaseReady();
  kept.uratoriDb = real;
  await expect.poll(isDatabaseReady).toBe(true);
});
