import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withClient } from "./databases.mjs";
import { keepPostgres } from "./kept-postgres.mjs";
import { runningPostmaster, stopPostmaster } from "./postmaster.mjs";

vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

/** @type {string} */
let dir;
/** @type {string[]} */
let said;
/** @type {import("./postgres.mjs").Server} */
let server;

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "uratori-kept-"));
  said = [];
  server = await keepPostgres({ dir, say: (_level, sentence) => said.push(sentence), again: 50 });
});

afterEach(async () => {
  await server.stop();
  await stopPostmaster(join(dir, "postgres"));
  rmSync(dir, { recursive: true, force: true });
});

const postmaster = () => runningPostmaster(join(dir, "postgres"));
const kill = () => process.kill(postmaster()?.pid ?? 0, "SIGKILL");

/** @param {string} sql @param {unknown[]} [values] */
const ask = (sql, values) =>
  withClient(server.url("postgres"), async (client) => (await client.query(sql, values)).rows);

test("a server killed while rows are written is back on its address with every row it acknowledged", async () => {
  const address = server.url("postgres");
  await ask("CREATE TABLE written (n int PRIMARY KEY)");
  /** @type {number[]} */
  const acknowledged = [];
  let refused = 0;
  for (let n = 0; n < 2_000 && (refused === 0 || acknowledged.length < 400); n += 1) {
    if (acknowledged.length === 150 && refused === 0) kill();
    await ask("INSERT INTO written VALUES ($1)", [n]).then(
      () => acknowledged.push(n),
      () => (refused += 1),
    );
    if (refused > 0) await expect.poll(() => ask("SELECT 1").then(Boolean, () => false)).toBe(true);
  }
  expect(refused).toBeGreaterThan(0);
  expect(acknowledged.length).toBeGreaterThanOrEqual(400);
  const rows = await ask("SELECT n FROM written");
  const kept = new Set(rows.map(({ n }) => n));
  expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
  expect(server.url("postgres")).toBe(address);
  expect(said).toEqual(["PostgreSQL ended by itself; it is started again", "PostgreSQL is back"]);
});

test("its port taken meanwhile is said once, and it is back when the port is", async () => {
  const port = Number(new URL(server.url("postgres")).port);
  kill();
  const other = createServer();
  const listens = () =>
    new Promise((answer) => {
      other.once("error", () => answer(false));
      other.listen({ port, host: "127.0.0.1" }, () => answer(true));
    });
  await expect.poll(listens, { interval: 1 }).toBe(true);
  const trouble = `PostgreSQL cannot be started again: its port ${port} is taken by another program`;
  await expect.poll(() => said).toContain(trouble);
  await new Promise((done) => other.close(done));
  await expect.poll(() => said.at(-1)).toBe("PostgreSQL is back");
  expect(said.filter((sentence) => sentence === trouble)).toHaveLength(1);
  expect(await ask("SELECT 1 AS one")).toEqual([{ one: 1 }]);
});

test("one that is asked to stop stays away", async () => {
  await server.stop();
  expect(postmaster()).toBeNull();
  expect(said).toEqual([]);
  expect(readFileSync(join(dir, "postgres.log"), "utf8")).toContain("database system is shut down");
});
