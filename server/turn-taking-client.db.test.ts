import pg from "pg";
import { afterEach, expect, it } from "vitest";
import { db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { makeClaim } from "#server/test/claim.ts";
import { TurnTakingClient } from "./turn-taking-client.ts";

const warnings: string[] = [];
const hear = ({ message }: Error) => void warnings.push(message);
process.on("warning", hear);

afterEach(() => {
  expect(warnings).toEqual([]);
});

/** Warnings come in a turn of their own. */
const afterWarnings = () => new Promise((done) => setImmediate(done));

it("answers statements that are asked at once, each with its own, and goes on after one that failed", async () => {
  const client = new TurnTakingClient({ connectionString: env().DATABASE_URL });
  await client.connect();
  const asked = [1, 2, 0, 4].map(
    (n) => client.query("SELECT 4 / $1::int AS value", [n]) as Promise<pg.QueryResult>,
  );
  const answers = await Promise.allSettled(asked);
  expect(answers.map((one) => (one.status === "fulfilled" ? one.value.rows[0].value : "refused"))).toEqual([
    4,
    2,
    "refused",
    1,
  ]);
  await client.end();
  await afterWarnings();
});

it("calls back as the driver does", async () => {
  const pool = new pg.Pool({ connectionString: env().DATABASE_URL, Client: TurnTakingClient, max: 1 });
  expect((await pool.query("SELECT 7 AS value")).rows).toEqual([{ value: 7 }]);
  await pool.end();
});

it("lets relations be loaded within a transaction without a warning", async () => {
  const { id } = await makeClaim();
  const claim = await db().$transaction((tx) =>
    tx.claim.findUniqueOrThrow({
      where: { id },
      include: { anchors: true, article: true, evidence: true, verdicts: true, createdBy: true },
    }),
  );
  expect(claim.id).toBe(id);
  await afterWarnings();
});
