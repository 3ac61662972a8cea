import { expect, test } from "vitest";
import { db } from "#server/db.ts";
import { emptyDatabase } from "./database.ts";

const name = "a member who must not survive";

test("a test file starts with a migrated, empty database", async () => {
  expect(await db().member.count()).toBe(0);
});

test("what a test leaves behind can be taken away", async () => {
  await db().member.create({ data: { email: "a@uratori.example", name, role: "viewer", locale: "ja" } });
  await emptyDatabase();
  expect(await db().member.count()).toBe(0);
});
