import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { describe, expect, test } from "vitest";
import type { Deed } from "./deed.ts";
import type { Entry } from "./entry.ts";
import { apply } from "./queue.ts";
import { DEEDS, databaseName, openMemberDatabase, openMemberStorage } from "./queue-storage.ts";
import { sampleEntry } from "./sample-entry.ts";

const entry = (id: number, turn: number): Entry => {
  const place = String(id).padStart(12, "0");
  const deed: Deed = { kind: "deleteClaim", claimId: `0199a000-0000-7000-8000-${place}` };
  return sampleEntry(deed, { id: `0199b000-0000-7000-8000-${place}`, turn });
};

const add = (added: Entry) => (entries: readonly Entry[]) => apply(entries, { kind: "add", entry: added });

describe("deeds in the browser's database", () => {
  test("are there for the next page, in their order", async () => {
    const first = await openMemberStorage("m1");
    await first.change(add(entry(2, 20)));
    await first.change(add(entry(1, 10)));
    expect((await (await openMemberStorage("m1")).read()).entries.map(({ turn }) => turn)).toEqual([10, 20]);
  });

  test("of two tabs that write at once are both kept", async () => {
    const [one, other] = await Promise.all([openMemberStorage("m2"), openMemberStorage("m2")]);
    await Promise.all([one.change(add(entry(1, 1))), other.change(add(entry(2, 2)))]);
    expect((await one.read()).entries).toHaveLength(2);
  });

  test("of one member are nobody else's", async () => {
    await (await openMemberStorage("m3")).change(add(entry(1, 1)));
    expect((await (await openMemberStorage("m4")).read()).entries).toEqual([]);
  });

  test("are kept anew where another tab threw the database away", async () => {
    const [leaving, staying] = [await openMemberStorage("m6"), await openMemberStorage("m6")];
    await leaving.change(add(entry(1, 1)));
    await deleteDB(databaseName("m6"));
    const [{ entries }] = await Promise.all([
      staying.change(add(entry(2, 2))),
      staying.change(add(entry(3, 3))),
    ]);
    expect(entries.map(({ turn }) => turn)).toEqual([2]);
    expect((await (await openMemberStorage("m6")).read()).entries.map(({ turn }) => turn)).toEqual([2, 3]);
  });

  test("that can't be read are told of and stay until they are given up", async () => {
    const database = await openMemberDatabase("m5");
    await database.put(DEEDS, { ...entry(1, 1), deed: { kind: "paintClaim", colour: "red" } });
    const storage = await openMemberStorage("m5");
    await storage.change(add(entry(2, 2)));
    const { entries, unreadable } = await storage.read();
    expect(entries).toHaveLength(1);
    expect(unreadable).toMatchObject([{ id: entry(1, 1).id, kept: { deed: { colour: "red" } } }]);
    await storage.forget(entry(1, 1).id);
    expect((await storage.read()).unreadable).toEqual([]);
  });
});
