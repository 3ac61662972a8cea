import pg from "pg";
import { expect, it } from "vitest";
import { databaseTrouble } from "./database-trouble.ts";

const withCode = (code: string) => Object.assign(new Error("x"), { code });

it.each([
  ["PostgreSQL that starts", withCode("57P03"), "away"],
  ["a connection exception", withCode("08006"), "away"],
  ["nobody who listens", withCode("ECONNREFUSED"), "away"],
  ["a connection that ended, as the driver says it", new Error("Connection terminated unexpectedly"), "away"],
  ["what Prisma wraps", new Error("x", { cause: { kind: "DatabaseNotReachable" } }), "away"],
  [
    "what Prisma wraps deeper",
    Object.assign(new Error("x"), { meta: { driverAdapterError: { cause: { originalCode: "57P01" } } } }),
    "away",
  ],
  ["a full disk of the database", withCode("53100"), "full"],
  ["a full disk of ours", withCode("ENOSPC"), "full"],
  [
    "what Prisma wraps of a full disk",
    new Error("x", { cause: { kind: "postgres", code: "53100" } }),
    "full",
  ],
  ["a row that exists", withCode("23505"), null],
  ["a defect", new TypeError("undefined is not a function"), null],
  ["no error", "no", null],
])("%s", (_name, error, trouble) => {
  expect(databaseTrouble(error)).toBe(trouble);
});

it("tells it of an error that is its own cause", () => {
  const error = new Error("round");
  error.cause = error;
  expect(databaseTrouble(error)).toBeNull();
});

it("tells it of what the driver really throws", async () => {
  const client = new pg.Client({ connectionString: "postgresql://nobody@127.0.0.1:1/nothing" });
  const error = await client.connect().catch((thrown: unknown) => thrown);
  expect(databaseTrouble(error)).toBe("away");
});
