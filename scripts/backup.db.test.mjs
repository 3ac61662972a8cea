import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { dropDatabase, ensureDatabase, withClient } from "./databases.mjs";
import { migrate } from "./migrations.mjs";
import { inRoot } from "./places.mjs";
import { checkBackup, restoreBackup } from "./restore-backup.mjs";
import { migrationNames } from "./schema-engine.mjs";
import { tableFile, takeBackup } from "./take-backup.mjs";

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });

const own = process.env.DATABASE_URL ?? "";
const server = {
  url: (/** @type {string} */ database) => Object.assign(new URL(own), { pathname: `/${database}` }).href,
};
const home = mkdtempSync(join(tmpdir(), "uratori-backup-"));
const folder = join(home, "desk");
const RESTORED = `restored_${randomBytes(4).toString("hex")}`;
const there = server.url(RESTORED);

/** @type {import("./take-backup.mjs").Manifest} */
let manifest;

beforeAll(async () => {
  for (const seed of ["seed-scales.ts", "seed.ts"])
    await promisify(execFile)(process.execPath, ["--import", "tsx", inRoot("prisma", seed)], {
      cwd: inRoot(),
      env: { ...process.env, URATORI_DEMO: "1" },
    });
  manifest = await takeBackup(own, folder);
  await dropDatabase(server, RESTORED);
});

afterEach(async () => {
  await dropDatabase(server, RESTORED);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** A copy of the backup to be spoilt. @param {string} name */
const copied = (name) => {
  const copy = join(home, name);
  cpSync(folder, copy, { recursive: true });
  return copy;
};

/** @param {string} url @param {string} sql @returns {Promise<any[]>} */
const ask = (url, sql) => withClient(url, async (client) => (await client.query(sql)).rows);

test("a backup holds every table of the demo desk and is for its owner alone", async () => {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  expect(rows).toBeGreaterThan(200);
  const names = await ask(
    own,
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  expect(manifest.tables.map(({ name }) => name).sort()).toEqual(
    names
      .map(({ name }) => name)
      .filter((name) => name !== "_prisma_migrations")
      .sort(),
  );
  expect(manifest.migrations).toEqual(migrationNames());
  expect(statSync(tableFile(folder, "Member")).mode & 0o077).toBe(0);
  await checkBackup(folder);
});

test("restored into an empty database it is the same, by numbers, hashes and a second backup of it", async () => {
  await ensureDatabase(server, RESTORED);
  await restoreBackup(folder, there);
  const again = await takeBackup(there, join(home, "again"));
  expect(again.tables).toEqual(manifest.tables);
  expect(again.sequences).toEqual(manifest.sequences);
  const shape = `SELECT conname, contype, pg_get_constraintdef(oid) AS is FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace ORDER BY conname COLLATE "C"`;
  expect(await ask(there, shape)).toEqual(await ask(own, shape));
  const triggers =
    'SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname COLLATE "C"';
  expect(await ask(there, triggers)).toEqual(await ask(own, triggers));
});

test("what is written while it is taken is in it whole or not at all", async () => {
  const busy = server.url(RESTORED);
  await ensureDatabase(server, RESTORED);
  await migrate(busy);
  await ask(busy, 'CREATE TABLE "A" (n int PRIMARY KEY); CREATE TABLE "Z" (n int PRIMARY KEY)');
  let stopped = false;
  let written = 0;
  const writing = withClient(busy, async (client) => {
    while (!stopped) {
      written += 1;
      await client.query(
        `WITH a AS (INSERT INTO "A" VALUES (${written})) INSERT INTO "Z" VALUES (${written})`,
      );
    }
  });
  await expect.poll(() => written).toBeGreaterThan(20);
  const taken = await takeBackup(busy, join(home, "busy"));
  stopped = true;
  await writing;
  const [a, z] = ["A", "Z"].map((name) => taken.tables.find((table) => table.name === name));
  expect(a?.rows).toBeGreaterThan(0);
  expect(a?.rows).toBe(z?.rows);
  expect(a?.sha256).toBe(z?.sha256);
});

test("a backup of the schema of an earlier version is brought to today's after it was compared", async () => {
  await ensureDatabase(server, RESTORED);
  const earlier = migrationNames().slice(0, -1);
  await migrate(there, undefined, earlier);
  await takeBackup(there, join(home, "earlier"));
  await dropDatabase(server, RESTORED);
  await ensureDatabase(server, RESTORED);
  expect((await restoreBackup(join(home, "earlier"), there)).migrations).toEqual(earlier);
  const done = await ask(there, "SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1");
  expect(done.map(({ name }) => name)).toEqual(migrationNames());
});

test.each([
  [
    "a digit changed",
    (/** @type {string} */ text) => text.replace(/\d/, (digit) => String((Number(digit) + 1) % 10)),
  ],
  ["a row lost", (/** @type {string} */ text) => text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1)],
])("a backup with %s is refused before anything is written", async (name, spoil) => {
  const spoilt = copied(name.replaceAll(" ", "-"));
  const file = tableFile(spoilt, "Event");
  writeFileSync(file, gzipSync(spoil(gunzipSync(readFileSync(file)).toString())));
  await ensureDatabase(server, RESTORED);
  await expect(restoreBackup(spoilt, there)).rejects.toThrow("the backup of Event is damaged");
  expect(await ask(there, "SELECT FROM pg_tables WHERE schemaname = 'public'")).toEqual([]);
});

test("a file cut off is refused", async () => {
  const spoilt = copied("cut");
  const file = tableFile(spoilt, "Event");
  writeFileSync(file, readFileSync(file).subarray(0, 100));
  await expect(checkBackup(spoilt)).rejects.toThrow("the backup of Event is damaged");
});

test("a database that holds something is left alone", async () => {
  await expect(restoreBackup(folder, own)).rejects.toThrow("the database is not empty");
});

test("a backup of a later version is refused by name", async () => {
  const later = copied("later");
  const changed = { ...manifest, migrations: [...manifest.migrations, "29991231000000_later"] };
  writeFileSync(join(later, "manifest.json"), JSON.stringify(changed));
  await ensureDatabase(server, RESTORED);
  await expect(restoreBackup(later, there)).rejects.toThrow("29991231000000_later");
});

test("an existing folder is never written into, and one that failed leaves nothing", async () => {
  await expect(takeBackup(own, folder)).rejects.toThrow("exists already");
  await expect(takeBackup(server.url("nowhere_at_all"), join(home, "failed"))).rejects.toThrow();
  expect(existsSync(join(home, "failed"))).toBe(false);
});

test("a folder that is no backup is refused", async () => {
  await expect(checkBackup(home)).rejects.toThrow("is no backup that this version can read");
});
