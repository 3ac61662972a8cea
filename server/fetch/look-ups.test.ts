import { expect, it } from "vitest";
import { LookUps } from "./look-ups.ts";

/** Names whose look-ups the test ends itself. */
function heldLookUps() {
  const held = new Map<string, { answer: (addresses: string[]) => void; fail: (error: Error) => void }>();
  const begun: string[] = [];
  const lookUps = new LookUps((hostname) => {
    begun.push(hostname);
    return new Promise((answer, fail) => held.set(hostname, { answer, fail }));
  });
  return { lookUps, held, begun };
}

const settled = () => new Promise((done) => setImmediate(done));

it("a resolver that hangs has two threads and no more, and each that comes back serves the next in turn", async () => {
  const { lookUps, held, begun } = heldLookUps();
  const found = ["a", "b", "c", "d"].map((name) => lookUps.addressesOf(name));
  expect(begun).toEqual(["a", "b"]);
  held.get("b")?.answer(["192.0.2.2"]);
  expect(await found[1]).toEqual(["192.0.2.2"]);
  expect(begun).toEqual(["a", "b", "c"]);
  held.get("a")?.fail(new Error("no such host"));
  await expect(found[0]).rejects.toThrow("no such host");
  await settled();
  expect(begun).toEqual(["a", "b", "c", "d"]);
  held.get("c")?.answer([]);
  held.get("d")?.answer(["192.0.2.4"]);
  expect(await found[3]).toEqual(["192.0.2.4"]);
  void lookUps.addressesOf("e");
  void lookUps.addressesOf("f");
  expect(begun.slice(4)).toEqual(["e", "f"]);
});

it("a name is looked up once for all who ask meanwhile, and anew for who asks afterwards", async () => {
  const { lookUps, held, begun } = heldLookUps();
  const both = [lookUps.addressesOf("a"), lookUps.addressesOf("a")];
  held.get("a")?.answer(["192.0.2.1"]);
  expect(await Promise.all(both)).toEqual([["192.0.2.1"], ["192.0.2.1"]]);
  const later = lookUps.addressesOf("a");
  expect(begun).toEqual(["a", "a"]);
  held.get("a")?.answer(["192.0.2.9"]);
  expect(await later).toEqual(["192.0.2.9"]);
});
