import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { codePoints } from "#domain/offset.ts";
import { chainOf, type Deed, subjectOf } from "./deed.ts";
import type { Entry, RefusalNote } from "./entry.ts";
import { apply, dependentsOf, type Entries, nextToSend, type Operation, wantedIn } from "./queue.ts";
import { sampleEntry } from "./sample-entry.ts";

const claimA = "0199a000-0000-7000-8000-00000000000a";
const claimB = "0199a000-0000-7000-8000-00000000000b";
const evidence = "0199a000-0000-7000-8000-0000000000e1";
const target = { exact: "橋", start: codePoints(0), end: codePoints(1) };

let made = 0;
const entryOf = (deed: Deed, more: Partial<Entry> = {}): Entry => {
  made += 1;
  const id = `0199b000-0000-7000-8000-${String(made).padStart(12, "0")}`;
  return sampleEntry(deed, { id, turn: made, ...more });
};

const create = (claimId = claimA): Deed => ({ kind: "createClaim", claimId, target });
const remove = (claimId = claimA): Deed => ({ kind: "deleteClaim", claimId });
const state = (value: string, claimId = claimA, version = 1): Deed => ({
  kind: "setField",
  claimId,
  version,
  field: "statement",
  value,
});
const rate = (value: string | null): Deed => ({
  kind: "setField",
  claimId: claimA,
  version: 1,
  field: "rating",
  value,
});
const work = (value: "settled" | "checking"): Deed => ({
  kind: "setField",
  claimId: claimA,
  version: 1,
  field: "workState",
  value,
});
const addEvidence: Deed = {
  kind: "addEvidence",
  claimId: claimA,
  evidenceId: evidence,
  draft: { source: { title: "市報" }, stance: "supports", primary: true },
};
const dropEvidence: Deed = { kind: "removeEvidence", claimId: claimA, evidenceId: evidence };

const refusal = (code: RefusalNote["code"] = "FORBIDDEN"): RefusalNote => ({
  code,
  message: "no",
  data: null,
  at: "2026-11-23T00:00:00.000Z",
});

/** A queue of `deeds`, and a hand to do things to it. */
function queueOf(...deeds: Deed[]) {
  let entries: Entries = [];
  const hand = {
    get entries() {
      return entries;
    },
    get said() {
      return entries.map(({ deed }) => wantedIn(deed) ?? deed.kind);
    },
    get next() {
      return nextToSend(entries, 1000);
    },
    do: (operation: Operation) => {
      entries = apply(entries, operation);
    },
    add: (deed: Deed, more: Partial<Entry> = {}) => {
      const entry = entryOf(deed, more);
      hand.do({ kind: "add", entry });
      return entry;
    },
    start: () => {
      const { next } = hand;
      if (!next) throw new Error("nothing is to be sent");
      hand.do({ kind: "start", id: next.id });
      return next;
    },
  };
  for (const deed of deeds) hand.add(deed);
  return hand;
}

describe("the order of sending", () => {
  test("is the order of doing, one at a time for each claim", () => {
    const queue = queueOf(create(), state("a"), create(claimB));
    expect(queue.start().deed).toEqual(create());
    expect(queue.next?.deed).toEqual(create(claimB));
  });

  test("deeds on a claim wait for its making, also where the making was refused", () => {
    const queue = queueOf(create(), addEvidence, dropEvidence, create(claimB));
    const { id } = queue.start();
    queue.do({ kind: "refuse", id, refusal: refusal() });
    expect(queue.next?.deed).toEqual(create(claimB));
    expect(dependentsOf(queue.entries, id).map(({ deed }) => deed.kind)).toEqual([
      "addEvidence",
      "removeEvidence",
    ]);
    expect(queue.entries).toHaveLength(4);
  });

  test("a refused change stands in nobody's way", () => {
    const queue = queueOf(state("a"), remove());
    const { id } = queue.start();
    queue.do({ kind: "refuse", id, refusal: refusal() });
    expect(queue.next?.deed).toEqual(remove());
  });

  test("what rests holds back its own claim only, until something hurried is done to it", () => {
    const queue = queueOf();
    queue.add(state("a"), { restsUntil: 2000 });
    queue.add(state("b", claimB));
    expect(queue.next?.deed).toEqual(state("b", claimB));
    queue.add(rate("false"));
    expect(queue.next?.deed).toEqual(state("a"));
  });

  test("tried again by a person, it goes after all that was done since", () => {
    const queue = queueOf(create(), state("b", claimB));
    const { id } = queue.start();
    queue.do({ kind: "refuse", id, refusal: refusal() });
    queue.do({ kind: "retry", id, turn: 1e6 });
    expect(queue.said).toEqual(["b", "createClaim"]);
  });
});

describe("a later deed on the same subject", () => {
  test("takes an unsent one's place", () => {
    const queue = queueOf(state("a"), rate("false"), state("ab"));
    expect(queue.said).toEqual(["ab", "false"]);
  });

  test("goes after one that is under way, over the version that one made", () => {
    const queue = queueOf(state("a"));
    const { id } = queue.start();
    queue.add(state("ab"));
    expect(queue.next).toBeNull();
    queue.do({ kind: "answer", id, version: 7 });
    expect(queue.next?.deed).toEqual(state("ab", claimA, 7));
  });

  test("inherits the doubt whether the earlier one arrived", () => {
    const queue = queueOf(state("a"));
    const { id } = queue.start();
    queue.add(state("ab"));
    queue.do({ kind: "fail", id, isFault: false, restsUntil: 0 });
    expect(queue.entries).toMatchObject([{ deed: { value: "ab" }, doubts: ["a"] }]);
    queue.start();
    queue.do({ kind: "recover" });
    queue.add(state("abc"));
    expect(queue.entries).toMatchObject([{ deed: { value: "abc" }, doubts: ["a", "ab"] }]);
  });

  test("replaces a refused one; in a conflict it is what waits for the decision", () => {
    const queue = queueOf(state("a"));
    queue.do({ kind: "refuse", id: queue.start().id, refusal: refusal("CONFLICT") });
    queue.add(state("ab"));
    expect(queue.entries).toMatchObject([{ deed: { value: "ab" }, state: { name: "refused" } }]);
    queue.add(state("ab", claimA, 5));
    expect(queue.entries).toMatchObject([{ deed: { version: 5 }, state: { name: "waiting" } }]);
  });

  test("makes a refusal of the earlier one not worth telling", () => {
    const queue = queueOf(state("a"));
    const { id } = queue.start();
    queue.add(state("ab"));
    queue.do({ kind: "refuse", id, refusal: refusal() });
    expect(queue.said).toEqual(["ab"]);
  });

  test("of which order is felt keeps its own place", () => {
    const queue = queueOf(rate("false"), work("settled"), rate("true"));
    expect(queue.said).toEqual(["false", "settled", "true"]);
    queue.add(rate("half"));
    expect(queue.said).toEqual(["false", "settled", "half"]);
  });

  test("in another article is another subject", () => {
    const dismiss: Deed = { kind: "dismissBullet", blockId: "b1", reason: "opinion" };
    const queue = queueOf(dismiss);
    queue.add({ kind: "reopenBullet", blockId: "b1" }, { articleId: claimB });
    expect(queue.said).toEqual(["dismissBullet", "reopenBullet"]);
  });
});

/** A server that does each deed once by its id of making, and a line that breaks at any point. */
interface World {
  queue: Entries;
  done: Deed[];
  clock: number;
}

type Happening =
  | { type: "do"; deed: Deed; rests: boolean }
  | {
      type: "send";
      end: "answered" | "lost before" | "lost after" | "refused" | "crash before" | "crash after";
    }
  | { type: "wait" };

function happen(world: World, happening: Happening): void {
  world.clock += 1;
  if (happening.type === "wait") {
    world.clock += 1000;
    return;
  }
  if (happening.type === "do") {
    const restsUntil = happening.rests ? world.clock + 500 : 0;
    const entry = entryOf(happening.deed, { restsUntil });
    world.queue = apply(world.queue, { kind: "add", entry });
    return;
  }
  const next = nextToSend(world.queue, world.clock);
  if (!next) return;
  world.queue = apply(world.queue, { kind: "start", id: next.id });
  const { end } = happening;
  if (end === "answered" || end === "lost after" || end === "crash after") world.done.push(next.deed);
  if (end === "answered") world.queue = apply(world.queue, { kind: "answer", id: next.id, version: 2 });
  else if (end === "refused") {
    world.queue = apply(world.queue, { kind: "refuse", id: next.id, refusal: refusal() });
  } else if (end.startsWith("crash")) world.queue = apply(world.queue, { kind: "recover" });
  else world.queue = apply(world.queue, { kind: "fail", id: next.id, isFault: false, restsUntil: 0 });
}

const claimIds = [claimA, claimB];
const deedOf: fc.Arbitrary<Deed> = fc.oneof(
  fc.constantFrom(...claimIds).map((claimId) => create(claimId)),
  fc.constantFrom(...claimIds).map((claimId) => remove(claimId)),
  fc
    .tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom(...claimIds))
    .map(([value, id]) => state(value, id)),
  fc.constantFrom(rate("x"), rate("y"), work("settled"), work("checking"), addEvidence, dropEvidence),
);
const doing = fc.record({ type: fc.constant("do" as const), deed: deedOf, rests: fc.boolean() });
const sending = (...ends: Extract<Happening, { type: "send" }>["end"][]) =>
  fc.record({ type: fc.constant("send" as const), end: fc.constantFrom(...ends) });
const waiting = fc.constant<Happening>({ type: "wait" });

/** All of it answered, as on a good day at the end of a bad one. */
function drain(world: World): void {
  for (
    let round = 0;
    round < 1000 && world.queue.some(({ state: { name } }) => name !== "refused");
    round += 1
  ) {
    happen(world, { type: "wait" });
    happen(world, { type: "send", end: "answered" });
  }
}

const same = (a: Deed, b: Deed): boolean =>
  JSON.stringify({ ...a, version: 0 }) === JSON.stringify({ ...b, version: 0 });

describe("laws", () => {
  test("whatever breaks and whenever, every deed arrives at least once unless a later one says all that it said", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            doing,
            sending("answered", "lost before", "lost after", "crash before", "crash after"),
            waiting,
          ),
          {
            maxLength: 40,
          },
        ),
        (happenings) => {
          const world: World = { queue: [], done: [], clock: 0 };
          for (const happening of happenings) happen(world, happening);
          drain(world);
          expect(world.queue).toEqual([]);
          const deeds = happenings.flatMap((happening) => (happening.type === "do" ? [happening.deed] : []));
          for (const [at, deed] of deeds.entries()) {
            const subject = subjectOf(deed);
            const isSuperseded =
              subject !== null && deeds.slice(at + 1).some((later) => subjectOf(later) === subject);
            if (!isSuperseded) expect(world.done.some((done) => same(done, deed))).toBe(true);
          }
        },
      ),
    );
  });

  test("what arrives first about a claim's making and felt order is in the order of doing", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(doing, sending("answered", "lost after", "crash before", "crash after")), {
          maxLength: 40,
        }),
        (happenings) => {
          const world: World = { queue: [], done: [], clock: 0 };
          for (const happening of happenings) happen(world, happening);
          drain(world);
          // Deeds that all must be done, numbered by their place among equals: each claim's come in their order.
          for (const claimId of claimIds) {
            const chain = `claim:${claimId}`;
            const once = (deeds: readonly Deed[]) =>
              deeds
                .filter((deed) => chainOf(deed) === chain && subjectOf(deed) === null)
                .map(({ kind }) => kind);
            const wanted = once(happenings.flatMap((one) => (one.type === "do" ? [one.deed] : [])));
            // A try whose answer was lost arrives again right after itself.
            expect(squeezed(once(world.done))).toEqual(squeezed(wanted));
          }
        },
      ),
    );
  });

  test("nothing is lost: what was refused, and what hangs on it, stays until a person decides", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(doing, sending("answered", "refused"), waiting), { maxLength: 40 }),
        (happenings) => {
          const world: World = { queue: [], done: [], clock: 0 };
          for (const happening of happenings) happen(world, happening);
          for (let round = 0; round < 200; round += 1) {
            happen(world, { type: "wait" });
            happen(world, { type: "send", end: "answered" });
          }
          const refused = world.queue.filter((entry) => entry.state.name === "refused");
          const hanging = refused.flatMap(({ id }) => dependentsOf(world.queue, id));
          for (const entry of world.queue)
            expect(refused.includes(entry) || hanging.includes(entry)).toBe(true);
          const deeds = happenings.flatMap((happening) => (happening.type === "do" ? [happening.deed] : []));
          for (const [at, deed] of deeds.entries()) {
            const subject = subjectOf(deed);
            const isSuperseded =
              subject !== null && deeds.slice(at + 1).some((later) => subjectOf(later) === subject);
            const isSomewhere = [...world.done, ...world.queue.map((entry) => entry.deed)].some((one) =>
              same(one, deed),
            );
            expect(isSomewhere || isSuperseded).toBe(true);
          }
        },
      ),
    );
  });
});

const squeezed = <Item>(items: readonly Item[]): Item[] => items.filter((item, at) => item !== items[at - 1]);
