import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Claim } from "#domain/claim.ts";
import { codePoints } from "#domain/offset.ts";
import { AutosaveStore, type SaveAnswer } from "./autosave-store.ts";
import { localDrafts } from "./draft-storage.ts";

const member = { id: "m1", name: "佐藤", disabled: false };

const claimWith = (more: Partial<Claim> = {}): Claim => ({
  id: "c1",
  articleId: "a1",
  number: 1,
  anchor: {
    revisionId: "r1",
    blockId: "b1",
    start: codePoints(0),
    end: codePoints(1),
    exact: "あ",
    prefix: "",
    suffix: "",
    state: "exact",
  },
  statement: "",
  claimant: "",
  saidOn: null,
  saidWhere: "",
  kinds: [],
  priority: "normal",
  workState: "to_check",
  assignee: null,
  verdict: null,
  evidence: [],
  evidenceCount: 0,
  openThreads: 0,
  createdBy: member,
  createdAt: "2026-11-23T00:00:00.000Z",
  updatedAt: "2026-11-23T00:00:00.000Z",
  version: 1,
  abilities: { update: true, delete: true, settle: true },
  ...more,
});

/** What a browser's storage does, as far as drafts use it. */
function memoryStorage(): Storage {
  const items: Record<string, string> = {};
  const methods = {
    getItem: (key: string) => items[key] ?? null,
    setItem: (key: string, value: string) => {
      items[key] = value;
    },
    removeItem: (key: string) => {
      delete items[key];
    },
  };
  return new Proxy(items, {
    get: (target, key) => Reflect.get(methods, key) ?? Reflect.get(target, key),
  }) as unknown as Storage;
}

function workbench(answers: (SaveAnswer | (() => SaveAnswer))[], storage = memoryStorage()) {
  const sent: unknown[][] = [];
  const store = new AutosaveStore({
    save: async (...call) => {
      sent.push(call);
      const answer = answers.shift();
      if (!answer) throw new Error("nothing more was expected to be sent");
      return typeof answer === "function" ? answer() : answer;
    },
    drafts: localDrafts("m1", () => storage),
    onSaved: () => {},
  });
  return { store, sent, storage };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("fields that save themselves", () => {
  test("are sent once, after a pause in typing, with the version they were typed over", async () => {
    const { store, sent } = workbench([{ kind: "saved", claim: claimWith({ statement: "ab", version: 2 }) }]);
    store.take(claimWith());
    store.edit("c1", "statement", "a");
    await vi.advanceTimersByTimeAsync(500);
    store.edit("c1", "statement", "ab");
    await vi.advanceTimersByTimeAsync(699);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([["c1", "statement", "ab", 1]]);
    expect(store.state("c1", "statement")?.phase).toEqual({ name: "clean", saved: true });
  });

  test("are held while an input method composes", async () => {
    const { store, sent } = workbench([]);
    store.take(claimWith());
    store.edit("c1", "statement", "にほn", "held");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    expect(store.hasUnsaved).toBe(true);
  });

  test("are tried again until the connection is back, and the draft is kept until then", async () => {
    const { store, sent, storage } = workbench([
      { kind: "unreachable" },
      { kind: "unreachable" },
      { kind: "saved", claim: claimWith({ statement: "a", version: 2 }) },
    ]);
    store.take(claimWith());
    store.edit("c1", "statement", "a", "now");
    await vi.advanceTimersByTimeAsync(0);
    expect(store.isUnreachable).toBe(true);
    expect(localDrafts("m1", () => storage).claimIds()).toEqual(["c1"]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(2);
    await store.flush();
    expect(sent).toHaveLength(3);
    expect(store.hasUnsaved).toBe(false);
    expect(localDrafts("m1", () => storage).claimIds()).toEqual([]);
  });

  test("that were typed in an earlier life of the page are found and sent", async () => {
    const storage = memoryStorage();
    const before = workbench([{ kind: "unreachable" }], storage);
    before.store.take(claimWith());
    before.store.edit("c1", "statement", "typed", "now");
    await vi.advanceTimersByTimeAsync(0);
    const after = workbench(
      [{ kind: "saved", claim: claimWith({ statement: "typed", version: 2 }) }],
      storage,
    );
    after.store.take(claimWith());
    expect(after.store.state("c1", "statement")?.value).toBe("typed");
    await after.store.flush();
    expect(after.sent).toEqual([["c1", "statement", "typed", 1]]);
  });

  test("of another member are nobody else's", () => {
    const storage = memoryStorage();
    localDrafts("m1", () => storage).write("c1", "statement", { value: "a", base: "", baseVersion: 1 });
    expect(localDrafts("m2", () => storage).claimIds()).toEqual([]);
    expect(localDrafts("m2", () => storage).read("c1", "statement")).toBeNull();
  });

  test("in conflict wait for a decision, and then send it over the newer version", async () => {
    const theirs = claimWith({ statement: "theirs", version: 5 });
    const { store, sent } = workbench([
      { kind: "conflict", current: theirs },
      { kind: "saved", claim: claimWith({ statement: "mine", version: 6 }) },
    ]);
    store.take(claimWith());
    store.edit("c1", "statement", "mine", "now");
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(1);
    expect(store.state("c1", "statement")?.phase).toMatchObject({ name: "conflict", theirs: "theirs" });
    store.decide("c1", "statement", { type: "keepMine" });
    await store.flush();
    expect(sent[1]).toEqual(["c1", "statement", "mine", 5]);
  });

  test("typed on while a save is under way go after it, with the version it gave", async () => {
    const { store, sent } = workbench([
      { kind: "saved", claim: claimWith({ statement: "a", version: 2 }) },
      { kind: "saved", claim: claimWith({ statement: "ab", version: 3 }) },
    ]);
    store.take(claimWith());
    store.edit("c1", "statement", "a", "now");
    store.edit("c1", "statement", "ab");
    await vi.advanceTimersByTimeAsync(700);
    expect(sent.at(-1)).toEqual(["c1", "statement", "ab", 2]);
    expect(store.hasUnsaved).toBe(false);
  });
});
