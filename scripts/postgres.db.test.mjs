import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { withClient } from "./databases.mjs";
import { startPostgres } from "./postgres.mjs";
import { runningPostmaster, stopPostmaster, until } from "./postmaster.mjs";
import { isAlive } from "./process-identity.mjs";

// Each makes clusters that are safe against a power cut, which a busy disk takes its time for.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

/** @type {string[]} */
let dirs = [];
/** @type {string} */
let dir;

const newDir = () => {
  const made = mkdtempSync(join(tmpdir(), "uratori-postgres-"));
  dirs.push(made);
  return made;
};

beforeEach(() => {
  dir = newDir();
});

afterEach(async () => {
  for (const each of dirs) {
    await stopPostmaster(join(each, "postgres"));
    rmSync(each, { recursive: true, force: true });
  }
  dirs = [];
});

const cluster = () => join(dir, "postgres");

/** @param {import("./postgres.mjs").Server} server @param {string} sql */
const ask = (server, sql) =>
  withClient(server.url("postgres"), async (client) =>
    (await client.query(sql)).rows.map((row) => row.value),
  );

/** @param {import("./postgres.mjs").Server} server */
const keepSomething = (server) => ask(server, "CREATE TABLE kept AS SELECT '裏取り' AS value");

/** @param {import("./postgres.mjs").Server} server */
const whatIsKept = (server) => ask(server, "SELECT value FROM kept");

test("what was written is there after a clean stop", async () => {
  const first = await startPostgres({ dir });
  await keepSomething(first);
  await first.stop();
  expect(runningPostmaster(cluster())).toBeNull();
  expect(await whatIsKept(await startPostgres({ dir }))).toEqual(["裏取り"]);
});

test("a server left behind by a killed start is taken over as it is", async () => {
  await keepSomething(await startPostgres({ dir }));
  const second = await startPostgres({ dir });
  expect(second.reused).toBe(true);
  expect(await whatIsKept(second)).toEqual(["裏取り"]);
});

test("a killed server recovers what was committed, even under a connection", async () => {
  const first = await startPostgres({ dir });
  await keepSomething(first);
  const pid = runningPostmaster(cluster())?.pid ?? 0;
  process.kill(pid, "SIGKILL");
  await until(() => !isAlive(pid), 5_000);
  const second = await startPostgres({ dir });
  expect(second.reused).toBe(false);
  expect(await whatIsKept(second)).toEqual(["裏取り"]);
});

test("a pid file whose number belongs to another program now is no server", async () => {
  await (await startPostgres({ dir })).stop();
  writeFileSync(
    join(cluster(), "postmaster.pid"),
    `${process.pid}\n${cluster()}\n0\n5432\n\n127.0.0.1\n0 0\nready\n`,
  );
  const server = await startPostgres({ dir });
  expect(await ask(server, "SELECT 1 AS value")).toEqual([1]);
});

test("a folder copied with its pid file starts a server of its own", async () => {
  const original = await startPostgres({ dir });
  await keepSomething(original);
  await original.stop();
  const copy = newDir();
  cpSync(dir, copy, { recursive: true, preserveTimestamps: true });
  await startPostgres({ dir });
  cpSync(join(cluster(), "postmaster.pid"), join(copy, "postgres/postmaster.pid"));
  expect(runningPostmaster(join(copy, "postgres"))).toBeNull();
});

test("a lost password is set anew", async () => {
  const first = await startPostgres({ dir });
  await keepSomething(first);
  const before = readFileSync(join(dir, "postgres.json"), "utf8");
  rmSync(join(dir, "postgres.json"));
  const second = await startPostgres({ dir });
  expect(readFileSync(join(dir, "postgres.json"), "utf8")).not.toBe(before);
  expect(await whatIsKept(second)).toEqual(["裏取り"]);
});
