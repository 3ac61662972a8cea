import "fake-indexeddb/auto";
import { describe, expect, test } from "vitest";
import type { Deed } from "./deed.ts";
import type { Entry } from "./entry.ts";
import { apply } from "./queue.ts";
import { DEEDS, databaseStorage, openMemberDatabase } from "./queue-storage.ts";
import { sampleEntry } from "./sample-entry.ts";

const entry = (id: number, turn: number): Entry => {
  const place = String(id).padStart(12, "0");
  const deed: Deed = { kind: "deleteClaim", claimId: `0199a000-0000-7000-8000-${place}` };
  return sampleEntry(deed, { id: `0199b000-0000-7000-8000-${place}`, turn });
};

const open = async (memberId: string) => databaseStorage(await openMemberDatabase(memberId));
const add = (added: Entry) => (entries: readonly Entry[]) => apply(entries, { kind: "add", entry: added });

describe("deeds in the browser's database", () => {
  test("are there for the next page, in their order", async () => {
    const first = await open("m1");
    await first.change(add(entry(2, 20)));
    await first.change(add(entry(1, 10)));
    expect((await (await open("m1")).read()).entries.map(({ turn }) => turn)).toEqual([10, 20]);
  });

  test("of two tabs that write at once are both kept", async () => {
    const [one, other] = await Promise.all([open("m2"), open("m2")]);
    await Promise.all([one.change(add(entry(1, 1))), other.change(add(entry(2, 2)))]);
    expect((await one.read()).entries).toHaveLength(2);
  });

  test("of one member are nobody else's", async () => {
    await (await open("m3")).change(add(entry(1, 1)));
    expect((await (await open("m4")).read()).entries).toEqual([]);
  });

  test("that can't be read are told of and stay until they are given up", async () => {
    const database = await openMemberDatabase("m5");
    await database.put(DEEDS, { ...entry(1, 1), deed: { kind: "paintClaim", colour: "red" } });
    const storage = databaseStorage(database);
    await storage.change(add(entry(2, 2)));
    const { entries, unreadable } = await storage.read();
    expect(entries).toHaveLength(1);
    expect(unreadable).toMatchObject([{ id: entry(1, 1).id, kept: { deed: { colour: "red" } } }]);
    await storage.forget(entry(1, 1).id);
    expect((await storage.read()).unreadable).toEqual([]);
  });
});
