import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, expect, test, vi } from "vitest";
import { keptProse } from "./kept-prose.ts";

afterEach(() => vi.unstubAllGlobals());

const bytes = (...values: number[]) => new Uint8Array(values);

test("what was written is there for the next page, in its order, until it is dropped", async () => {
  const first = keptProse("m1");
  await first.add("c1", bytes(1));
  await first.add("c2", bytes(2));
  await first.add("c1", bytes(3));
  const next = keptProse("m1");
  expect(await next.claimIds()).toEqual(["c1", "c2"]);
  const { keys, updates } = await next.read("c1");
  expect(updates).toEqual([bytes(1), bytes(3)]);
  await next.drop(keys);
  expect(await first.read("c1")).toEqual({ keys: [], updates: [] });
  expect(await first.claimIds()).toEqual(["c2"]);
});

test("what is written after another tab threw everything away is kept, and nothing of before", async () => {
  const kept = keptProse("m-thrown");
  await kept.add("c1", bytes(1));
  await deleteDB("uratori:m-thrown:prose");
  await kept.add("c1", bytes(2));
  expect((await keptProse("m-thrown").read("c1")).updates).toEqual([bytes(2)]);
});

test("dropping what is stored leaves what was written since", async () => {
  const kept = keptProse("m2");
  const key = await kept.add("c1", bytes(1));
  await kept.add("c1", bytes(2));
  await kept.drop(key === null ? [] : [key]);
  expect((await kept.read("c1")).updates).toEqual([bytes(2)]);
});

test("nobody else's is found", async () => {
  await keptProse("m3").add("c1", bytes(1));
  expect(await keptProse("m4").claimIds()).toEqual([]);
});

test("a browser that keeps nothing costs the safety net and nothing else", async () => {
  vi.stubGlobal("indexedDB", undefined);
  const kept = keptProse("m5");
  expect(await kept.add("c1", bytes(1))).toBeNull();
  expect(await kept.read("c1")).toEqual({ keys: [], updates: [] });
  expect(await kept.claimIds()).toEqual([]);
});
