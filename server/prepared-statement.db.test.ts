import { expect, test } from "vitest";
import { db } from "#server/db.ts";
import { loadClaimsById } from "#server/reads/claim-by-id.ts";
import { loadNewestEvents } from "#server/reads/news.ts";
import { makeClaim } from "#server/test/claim.ts";
import { preparedName } from "./prepared-statement.ts";

test.each([
  ["/* prepared: newest_events */ SELECT 1", "newest_events"],
  ["\n  /* prepared: x */\n SELECT 1", "x"],
  ["SELECT 1 /* prepared: x */", ""],
  ["SELECT 1", ""],
])("%j asks for %j", (sql, name) => {
  expect(preparedName(sql)).toBe(name);
});

test("the statements that open pages wait for are planned once, and no others are kept", async () => {
  const { id, articleId } = await makeClaim();
  const names = await db().$transaction(async (tx) => {
    for (let index = 0; index < 3; index += 1) {
      expect(await loadNewestEvents(tx, articleId, index)).toHaveLength(2 - Math.min(index, 2));
      expect(await loadClaimsById(tx, [id])).toMatchObject([{ id }]);
    }
    return await tx.$queryRaw`SELECT name FROM pg_prepared_statements WHERE NOT from_sql ORDER BY name`;
  });
  expect(names).toEqual([{ name: "claims_by_id" }, { name: "newest_events" }]);
});
