import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FairQueue, type Places, type Release } from "./fair-queue.ts";

const places: Places = { atWork: 2, atWorkOfEach: 1, waiting: 4, waitingOfEach: 2 };
const never = () => new AbortController().signal;
const settled = () => new Promise((done) => setImmediate(done));

/** A queue in which it is noted who begins. */
function watched(wanted: Places = places) {
  const queue = new FairQueue(wanted);
  const begun: { person: string; release: Release }[] = [];
  const ask = (person: string, signal = never()) =>
    queue.take(person, signal).then((release) => begun.push({ person, release }));
  return { queue, begun, ask, order: () => begun.map(({ person }) => person).join("") };
}

describe("FairQueue", () => {
  it.each<[string, string, string, string | null]>([
    ["nobody is at work", "", "a", null],
    ["one of two places is taken by another", "b", "a", null],
    ["the person is at work already, which others may be too", "a", "a", null],
    ["as many of the person wait as may", "aaa", "a", "own"],
    ["of others", "aaa", "b", null],
    ["as many of all wait as may", "aaabbb", "c", "all"],
    ["the person's own are told of before everybody's", "aaabbb", "a", "own"],
  ])("where %s", async (_name, before, person, full) => {
    const { queue, ask } = watched();
    for (const one of before) void ask(one);
    await settled();
    expect(queue.fullFor(person)).toBe(full);
  });

  it("lets somebody who comes once begin before all that another sent", async () => {
    const { begun, ask, order } = watched({ atWork: 1, atWorkOfEach: 1, waiting: 9, waitingOfEach: 9 });
    for (const person of "aaaab") void ask(person);
    for (let turn = 0; turn < 5; turn += 1) {
      await settled();
      begun[turn]?.release();
    }
    expect(order()).toBe("abaaa");
  });

  it("keeps a place free for others than the one who fills the queue", async () => {
    const { ask, order } = watched();
    for (const person of "aaa") void ask(person);
    await settled();
    expect(order()).toBe("a");
    void ask("b");
    await settled();
    expect(order()).toBe("ab");
  });

  it("forgets who gave up waiting, and gives a place back once", async () => {
    const { queue, begun, ask } = watched({ ...places, atWork: 1 });
    void ask("a");
    const controller = new AbortController();
    const left = expect(ask("b", controller.signal)).rejects.toThrow("enough");
    controller.abort(new Error("enough"));
    await left;
    expect(queue.waiting).toBe(0);
    await settled();
    begun[0]?.release();
    begun[0]?.release();
    expect(queue.atWork).toBe(0);
  });

  it("holds its limits, and lets everybody begin in the end, whatever comes in whatever order", async () => {
    const step = fc.oneof(
      fc.constantFrom("a", "b", "c", "d").map((person) => ({ person })),
      fc.nat(5).map((release) => ({ release })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const { queue, begun, ask } = watched();
        const held = new Set<{ person: string; release: Release }>();
        let asked = 0;
        let over = 0;
        const look = async () => {
          await settled();
          for (const one of begun.slice(over)) held.add(one);
          over = begun.length;
          expect(queue.atWork).toBe(held.size);
          expect(held.size).toBeLessThanOrEqual(places.atWork);
          expect(new Set([...held].map(({ person }) => person)).size).toBe(held.size);
          expect(queue.waiting).toBeLessThanOrEqual(places.waiting);
        };
        const giveBack = (index: number) => {
          const one = [...held][index % Math.max(1, held.size)];
          if (one) held.delete(one);
          one?.release();
        };
        for (const one of steps) {
          if ("release" in one) giveBack(one.release);
          else if (queue.fullFor(one.person) === null) {
            asked += 1;
            void ask(one.person);
          }
          await look();
        }
        while (held.size > 0) {
          giveBack(0);
          await look();
        }
        expect(begun).toHaveLength(asked);
      }),
    );
  });
});
