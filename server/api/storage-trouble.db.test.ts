import { afterEach, expect, it } from "vitest";
import type { Claim } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { makeScript } from "#server/test/call-api.ts";
import { makeClaim } from "#server/test/claim.ts";

/** From now on PostgreSQL refuses to change claims, with this code of its own. */
async function refuseChanges(code: string): Promise<void> {
  await db().$executeRawUnsafe(`CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '${code}'; END $$`);
  await db()
    .$executeRaw`CREATE TRIGGER refuse BEFORE UPDATE ON "Claim" FOR EACH ROW EXECUTE FUNCTION refuse()`;
}

afterEach(async () => {
  await db().$executeRaw`DROP FUNCTION IF EXISTS refuse CASCADE`;
});

const change = async (claim: Pick<Claim, "id">, locale: "ja" | "en" = "en") =>
  await (await makeScript("editor", locale)).send("PATCH", `/claims/${claim.id}`, {
    statement: "another",
    version: 1,
  });

it.each([
  [
    "53100",
    507,
    "STORAGE_FULL",
    "60",
    "The server’s disk is full, so nothing was saved. Please tell whoever runs it.",
  ],
  [
    "57P03",
    503,
    "DATABASE_AWAY",
    "2",
    "The database does not answer for the moment. Please try again shortly.",
  ],
])(
  "PostgreSQL's %s leaves as %i, with a sentence and when to come back",
  async (code, status, name, wait, message) => {
    const claim = await makeClaim();
    await refuseChanges(code);
    const answer = await change(claim);
    expect(answer).toMatchObject({ status, json: { code: name, status, message } });
    expect(answer.headers.get("retry-after")).toBe(wait);
    expect(JSON.stringify(answer.json)).not.toContain("No space left");
  },
);

it("says it in the reader's language, and the same write is done once there is room", async () => {
  const claim = await makeClaim();
  await refuseChanges("53100");
  const refused = await change(claim, "ja");
  expect(refused.json.message).toBe(
    "サーバーのディスクがいっぱいのため、保存できませんでした。管理者に連絡してください。",
  );
  await db().$executeRaw`DROP FUNCTION refuse CASCADE`;
  expect(await change(claim)).toMatchObject({ status: 200, json: { statement: "another" } });
});
