import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Deed } from "./deed.ts";
import { DeedQueue, type QueueOptions } from "./deed-queue.ts";
import type { Outcome } from "./deliver.ts";
import type { Entry } from "./entry.ts";
import { databaseName, memoryStorage, openMemberStorage, type QueueStorage } from "./queue-storage.ts";
import { sampleEntry } from "./sample-entry.ts";
import type { TabMessage, Tabs } from "./tabs.ts";

const articleId = "0199c000-0000-7000-8000-000000000000";
const claimId = "0199a000-0000-7000-8000-00000000000a";
const state = (value: string): Deed => ({ kind: "setField", claimId, version: 1, field: "statement", value });
const answered: Outcome = { kind: "answered", answer: { version: 2, seq: 2 } };
const unreachable: Outcome = { kind: "unreachable" };
const refused: Outcome = {
  kind: "refused",
  refusal: { code: "FORBIDDEN", message: "no", data: null, at: "2026-11-23T00:00:00.000Z" },
};

/** The tabs of one browser: one works at a time, and each hears the others. */
function browser() {
  const hearers = new Set<(message: TabMessage) => void>();
  let line: Promise<unknown> = Promise.resolve();
  return (onMessage: (message: TabMessage) => void): Tabs => {
    hearers.add(onMessage);
    return {
      alone: (work) => {
        const turn = line.then(work);
        line = turn.catch(() => {});
        return turn;
      },
      tell: (message) => {
        for (const hear of hearers) if (hear !== onMessage) hear(message);
      },
      close: () => void hearers.delete(onMessage),
    };
  };
}

/** A tab whose server gives `outcomes`, one a deed, and then answers everything. */
function tab(outcomes: Outcome[], more: Partial<QueueOptions> & { kept?: QueueStorage } = {}) {
  const sent: string[] = [];
  const { kept = memoryStorage(), ...options } = more;
  const queue = new DeedQueue({
    storage: async () => kept,
    tabs: browser(),
    deliver: async ({ deed }: Entry) => {
      sent.push(deed.kind === "setField" ? String(deed.value) : deed.kind);
      return outcomes.shift() ?? answered;
    },
    ...options,
  });
  const add = (deed: Deed, rest?: number) => queue.add({ articleId, about: "橋", deed }, rest);
  return { queue, sent, add };
}

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

describe("a queue", () => {
  test("sends once typing rests, and keeps nothing that was answered", async () => {
    const { queue, sent, add } = tab([]);
    await queue.start();
    add(state("a"), 700);
    await passes(500);
    add(state("ab"), 700);
    await passes(699);
    expect(sent).toEqual([]);
    await passes(1);
    expect(sent).toEqual(["ab"]);
    expect(queue.entries).toEqual([]);
  });

  test("tells of an answer while the deed still stands, so that nothing flickers", async () => {
    const { queue, add } = tab([]);
    await queue.start();
    const standing: number[] = [];
    queue.onAnswer(() => standing.push(queue.entries.length));
    add(state("a"));
    await passes(0);
    expect(standing).toEqual([1]);
  });

  test("tries longer and longer apart until there is a server, in the order of doing", async () => {
    const { queue, sent, add } = tab([unreachable, unreachable]);
    await queue.start();
    add({ kind: "deleteClaim", claimId });
    add({ kind: "restoreClaim", claimId });
    await passes(0);
    expect(queue.isUnreachable).toBe(true);
    await passes(1000);
    expect(sent).toEqual(["deleteClaim", "deleteClaim"]);
    await passes(1999);
    expect(sent).toHaveLength(2);
    await passes(1);
    expect(sent).toEqual(["deleteClaim", "deleteClaim", "deleteClaim", "restoreClaim"]);
    expect(queue.isUnreachable).toBe(false);
  });

  test("does not wait for its next try when it is woken", async () => {
    const { queue, sent, add } = tab([unreachable]);
    await queue.start();
    add(state("a"));
    await passes(0);
    queue.wake();
    await passes(0);
    expect(sent).toEqual(["a", "a"]);
  });

  test("keeps what was refused, says so once, and tries it again when a person wants it", async () => {
    const { queue, sent, add } = tab([refused]);
    await queue.start();
    const told = vi.fn();
    queue.onRefusal(told);
    const { id } = add(state("a"));
    await passes(60_000);
    expect(sent).toEqual(["a"]);
    expect(told).toHaveBeenCalledOnce();
    expect(queue.entries).toMatchObject([{ state: { name: "refused" } }]);
    queue.retry(id);
    await passes(0);
    expect(queue.entries).toEqual([]);
  });

  test("over which the server breaks again and again comes back to the person", async () => {
    const { queue, sent, add } = tab(
      Array.from({ length: 6 }, (): Outcome => ({ kind: "fault", wait: null })),
    );
    await queue.start();
    add(state("a"));
    await passes(600_000);
    expect(sent).toHaveLength(6);
    expect(queue.entries).toMatchObject([{ state: { name: "refused", refusal: { code: "INTERNAL" } } }]);
  });

  test("sends nothing in another person's name", async () => {
    const { queue, sent, add } = tab([{ kind: "signedOut" }]);
    await queue.start();
    add(state("a"));
    await passes(600_000);
    expect(sent).toEqual(["a"]);
    expect(queue.isSignedOut).toBe(true);
    expect(queue.entries).toHaveLength(1);
  });

  test("does not take an earlier try of its own for another person's change", async () => {
    const current = { statement: "a", version: 2, verdict: null };
    const conflict: Outcome = {
      kind: "refused",
      refusal: { code: "CONFLICT", message: "", data: { current }, at: "2026-11-23T00:00:00.000Z" },
    };
    const versions: number[] = [];
    const outcomes = [unreachable, conflict, answered];
    const { queue, add } = tab([], {
      deliver: async ({ deed }) => {
        if ("version" in deed) versions.push(deed.version);
        return outcomes.shift() ?? answered;
      },
    });
    await queue.start();
    add(state("a"));
    await passes(0);
    add(state("ab"));
    queue.wake();
    await passes(0);
    expect(versions).toEqual([1, 1, 2]);
    expect(queue.entries).toEqual([]);
  });

  test("works in memory where the browser stores nothing, and says that it does", async () => {
    const { queue, sent, add } = tab([unreachable], { storage: () => Promise.reject(new Error("private")) });
    add(state("a"));
    await queue.start();
    await passes(0);
    expect(queue.isLasting).toBe(false);
    expect(queue.isAtRisk).toBe(true);
    await passes(1000);
    expect(sent).toEqual(["a", "a"]);
  });
});

test("one tab that is signed in again lets all send, and tells those whose line ended", async () => {
  const kept = memoryStorage();
  const tabs = browser();
  const one = tab([{ kind: "signedOut" }], { kept, tabs });
  const other = tab([], { kept, tabs });
  await Promise.all([one.queue.start(), other.queue.start()]);
  const told = vi.fn();
  other.queue.onSignedIn(told);
  other.queue.signedOut();
  other.add(state("a"));
  await passes(60_000);
  expect([one.queue.isSignedOut, other.queue.isSignedOut, other.sent]).toEqual([true, true, []]);
  one.queue.signedIn();
  await passes(0);
  expect(told).toHaveBeenCalledOnce();
  expect([one.queue.isSignedOut, other.queue.isSignedOut]).toEqual([false, false]);
  expect([one.queue.entries, other.queue.entries]).toEqual([[], []]);
});

test("a browser that never opens its database keeps nobody waiting for ever", async () => {
  const { queue, sent, add } = tab([], { storage: () => new Promise(() => {}) });
  void queue.start();
  add(state("a"));
  await passes(9_999);
  expect(sent).toEqual([]);
  await passes(1);
  expect(sent).toEqual(["a"]);
  expect(queue.isLasting).toBe(false);
});

describe("the tabs of one browser", () => {
  test("send each deed once, and all hear the answer", async () => {
    const kept = memoryStorage();
    const tabs = browser();
    const [one, other] = [tab([], { kept, tabs }), tab([], { kept, tabs })];
    await Promise.all([one.queue.start(), other.queue.start()]);
    const heard: string[] = [];
    one.queue.onAnswer(() => heard.push("one"));
    other.queue.onAnswer(() => heard.push("other"));
    one.add({ kind: "deleteClaim", claimId });
    other.add({ kind: "restoreClaim", claimId });
    await passes(0);
    expect([...one.sent, ...other.sent].sort()).toEqual(["deleteClaim", "restoreClaim"]);
    expect(heard.sort()).toEqual(["one", "one", "other", "other"]);
    expect([one.queue.entries, other.queue.entries]).toEqual([[], []]);
  });
});

test("a tab that found no server knows that there is one once another has heard from it", async () => {
  const kept = memoryStorage();
  const tabs = browser();
  const [one, other] = [tab([unreachable], { kept, tabs }), tab([unreachable], { kept, tabs })];
  await Promise.all([one.queue.start(), other.queue.start()]);
  one.add({ kind: "deleteClaim", claimId });
  await passes(0);
  expect([one.queue.isUnreachable, other.queue.isUnreachable]).toEqual([true, true]);
  other.queue.wake();
  await passes(0);
  expect([one.queue.isUnreachable, other.queue.isUnreachable]).toEqual([false, false]);
});

describe("what was being sent when its tab was closed", () => {
  const underWay = () => memoryStorage([sampleEntry(state("a"), { state: { name: "underWay" }, tries: 1 })]);

  test("is sent by the next one, though nothing else is done there", async () => {
    const { queue, sent } = tab([], { kept: underWay() });
    await queue.start();
    await passes(0);
    expect(sent).toEqual(["a"]);
    expect(queue.entries).toEqual([]);
  });

  test("is sent by another that is open, when the turn is its", async () => {
    const kept = memoryStorage();
    const tabs = browser();
    let die = () => {};
    // The browser takes a closed tab's turn away, whatever it was doing.
    const dies = new Promise<void>((done) => {
      die = done;
    });
    const closing = tab([], {
      kept,
      tabs: (onMessage) => {
        const own = tabs(onMessage);
        return { ...own, alone: (work) => own.alone(() => Promise.race([work(), dies])) };
      },
      deliver: () => new Promise(() => {}),
    });
    const staying = tab([], { kept, tabs });
    await Promise.all([closing.queue.start(), staying.queue.start()]);
    closing.add(state("a"));
    await passes(10_000);
    expect(staying.sent, "another sends it still").toEqual([]);
    closing.queue.stop();
    die();
    await passes(0);
    expect(staying.sent).toEqual(["a"]);
    expect(staying.queue.entries).toEqual([]);
  });
});

test("what was done before the tab was closed is sent by the next one", async () => {
  vi.useRealTimers();
  const storage = () => openMemberStorage("m-close");
  const before = tab([unreachable], { storage });
  await before.queue.start();
  before.add({ kind: "createClaim", claimId, target: { exact: "橋" } });
  before.add(state("typed"), 60_000);
  await vi.waitFor(() => expect(before.queue.isAtRisk).toBe(false), 30_000);
  await vi.waitFor(() => expect(before.sent).toEqual(["createClaim"]), 30_000);
  before.queue.stop();
  const after = tab([], { storage });
  await after.queue.start();
  await vi.waitFor(() => expect(after.queue.entries).toEqual([]), 30_000);
  expect(after.sent).toEqual(["createClaim", "typed"]);
});

test("what is done in a tab after all was thrown away in another is kept, and nothing of before", async () => {
  vi.useRealTimers();
  const storage = () => openMemberStorage("m-thrown");
  const tabs = browser();
  const [leaving, staying] = [tab([unreachable], { storage, tabs }), tab([unreachable], { storage, tabs })];
  await Promise.all([leaving.queue.start(), staying.queue.start()]);
  leaving.add(state("before"), 60_000);
  await vi.waitFor(() => expect(staying.queue.entries).toHaveLength(1), 30_000);
  leaving.queue.throwAway();
  await deleteDB(databaseName("m-thrown"));
  expect(staying.queue.entries).toEqual([]);
  staying.queue.signedOut();
  staying.add(state("after"), 60_000);
  await vi.waitFor(() => expect(staying.queue.isAtRisk).toBe(false), 30_000);
  staying.queue.stop();
  const next = tab([], { storage });
  await next.queue.start();
  await vi.waitFor(() => expect(next.sent).toEqual(["after"]), 30_000);
});
