import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { takeLock } from "./lock.mjs";

/** @type {string} */
let folder;
const path = () => join(folder, "lock.json");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "uratori-lock-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a held lock names its holder, a released one is free", async () => {
  const mine = await takeLock(path(), "http://localhost:3000", 0);
  expect(mine).toHaveProperty("release");
  expect(await takeLock(path(), "again", 0)).toMatchObject({
    holder: { pid: process.pid, what: "http://localhost:3000" },
  });
  if ("release" in mine) mine.release();
  expect(await takeLock(path(), "again", 0)).toHaveProperty("release");
});

test("a killed holder holds nothing", async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  writeFileSync(path(), JSON.stringify({ pid: child.pid, birth: null, what: "x" }));
  expect(await takeLock(path(), "me", 0)).toHaveProperty("holder");
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(await takeLock(path(), "me", 0)).toHaveProperty("release");
});

test("a later process with the same number holds nothing", async () => {
  writeFileSync(path(), JSON.stringify({ pid: process.pid, birth: "long ago", what: "x" }));
  expect(await takeLock(path(), "me", 0)).toHaveProperty("release");
});
