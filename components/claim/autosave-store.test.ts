import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Outcome } from "#components/queue/deliver.ts";
import { memoryStorage } from "#components/queue/queue-storage.ts";
import type { Claim } from "#domain/claim.ts";
import { AutosaveStore, type FieldEdit } from "./autosave-store.ts";
import { sampleClaim, sampleMember } from "./sample-claim.ts";

const { id: claimId } = sampleClaim();

const saved = (claim: Claim): Outcome => ({
  kind: "answered",
  answer: { version: claim.version, claim, seq: claim.version },
});
const conflict = (current: Claim): Outcome => ({
  kind: "refused",
  refusal: {
    code: "CONFLICT",
    message: "",
    data: { current, fields: ["statement"], writers: [{ field: "statement", by: sampleMember, at: null }] },
    at: "2026-11-23T00:00:00.000Z",
  },
});
const unreachable: Outcome = { kind: "unreachable" };

async function desk(...outcomes: (Outcome | (() => Outcome))[]) {
  const sent: unknown[][] = [];
  const edits: FieldEdit[] = [];
  const queue = new DeedQueue({
    storage: async () => memoryStorage(),
    tabs: () => ({ alone: (work) => work(), tell: () => {}, close: () => {} }),
    deliver: async ({ deed }) => {
      if (deed.kind === "setField") sent.push([deed.field, deed.value, deed.version]);
      const outcome = outcomes.shift();
      if (!outcome) throw new Error("nothing more was expected to be sent");
      return typeof outcome === "function" ? outcome() : outcome;
    },
  });
  const store = new AutosaveStore({
    queue,
    articleId: "a1",
    aboutOf: () => "あ",
    onEdit: (edit) => edits.push(edit),
  });
  queue.onAnswer((_entry, { claim }) => claim && store.take(claim));
  queue.onRefusal(({ state }) => {
    if (state.name !== "refused" || state.refusal.code !== "CONFLICT") return;
    store.take((state.refusal.data as { current: Claim }).current);
  });
  store.follow();
  await queue.start();
  store.take(sampleClaim());
  const statement = () => store.state(claimId, "statement");
  const type = (value: string, when?: "pause" | "now" | "held") =>
    store.edit(claimId, "statement", value, when);
  return { store, queue, sent, edits, statement, type };
}

const passes = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("fields that save themselves", () => {
  test("are sent once, after a pause in typing, with the version they were typed over", async () => {
    const { sent, type, statement } = await desk(saved(sampleClaim({ statement: "ab", version: 2 })));
    type("a");
    await passes(500);
    type("ab ");
    await passes(699);
    expect(sent).toEqual([]);
    expect(statement()?.phase).toEqual({ name: "dirty" });
    await passes(1);
    expect(sent).toEqual([["statement", "ab ", 1]]);
    expect(statement(), "letter for letter, though the server trimmed").toMatchObject({
      value: "ab ",
      phase: { name: "clean", saved: true },
    });
  });

  test("are held while an input method composes", async () => {
    const { sent, type, statement } = await desk();
    type("にほn", "held");
    await passes(60_000);
    expect(sent).toEqual([]);
    expect(statement()?.phase.name).toBe("dirty");
  });

  test("are sent when the field is left", async () => {
    const { sent, store, type } = await desk(saved(sampleClaim({ statement: "a", version: 2 })));
    store.enter(claimId, "statement");
    type("a");
    store.leave(claimId, "statement");
    await passes(0);
    expect(sent).toHaveLength(1);
  });

  test("are tried again until the connection is back", async () => {
    const { sent, store, type, statement } = await desk(
      unreachable,
      unreachable,
      saved(sampleClaim({ statement: "a", version: 2 })),
    );
    type("a", "now");
    await passes(0);
    expect(statement()).toMatchObject({ value: "a", phase: { name: "retrying" } });
    await passes(1000);
    expect(sent).toHaveLength(2);
    await passes(2000);
    expect(statement()?.phase).toEqual({ name: "clean", saved: true });
    await store.flush();
  });

  test("typed on while a save is under way go after it, with the version it gave", async () => {
    const { sent, type } = await desk(
      () => {
        type("ab", "now");
        return saved(sampleClaim({ statement: "a", version: 2 }));
      },
      saved(sampleClaim({ statement: "ab", version: 3 })),
    );
    type("a", "now");
    await passes(0);
    expect(sent).toEqual([
      ["statement", "a", 1],
      ["statement", "ab", 2],
    ]);
  });

  test("tell what was done, for taking it back, unless it is itself a taking back", async () => {
    const { store, edits, type } = await desk();
    type("a");
    store.edit(claimId, "statement", "", "pause", { isUndo: true });
    expect(edits).toEqual([{ claimId, field: "statement", from: "", to: "a", isWhole: false }]);
  });
});

describe("two people at one field", () => {
  test("in conflict both texts stay, and nothing is sent before a decision", async () => {
    const theirs = sampleClaim({ statement: "theirs", version: 5 });
    const { sent, store, type, statement } = await desk(
      conflict(theirs),
      saved(sampleClaim({ statement: "mine!", version: 6 })),
    );
    type("mine", "now");
    await passes(10_000);
    expect(sent).toHaveLength(1);
    expect(statement()).toMatchObject({
      value: "mine",
      phase: { name: "conflict", theirs: "theirs", writer: { by: sampleMember } },
    });
    type("mine!");
    await passes(10_000);
    expect(sent).toHaveLength(1);
    store.decide(claimId, "statement", { type: "keepMine" });
    await passes(0);
    expect(sent[1]).toEqual(["statement", "mine!", 5]);
    expect(statement()?.phase).toEqual({ name: "clean", saved: true });
  });

  test("taking theirs leaves nothing to send, merging sends what was merged", async () => {
    const theirs = sampleClaim({ statement: "theirs", version: 5 });
    const one = await desk(conflict(theirs));
    one.type("mine", "now");
    await passes(0);
    one.store.decide(claimId, "statement", { type: "takeTheirs" });
    expect(one.statement()).toMatchObject({ value: "theirs", phase: { name: "clean" } });
    expect(one.queue.entries).toEqual([]);
    const other = await desk(conflict(theirs), saved(sampleClaim({ statement: "both", version: 6 })));
    other.type("mine", "now");
    await passes(0);
    other.store.decide(claimId, "statement", { type: "merge", value: "both" });
    await passes(0);
    expect(other.sent.at(-1)).toEqual(["statement", "both", 5]);
  });

  test("an untouched field follows the server, and not what is older", async () => {
    const { store, statement } = await desk();
    store.take(sampleClaim({ statement: "x", version: 4 }));
    store.take(sampleClaim({ statement: "old", version: 2 }));
    expect(statement()).toMatchObject({ value: "x", news: null });
  });

  test("a field somebody is in is not changed under their hands before they ask or leave", async () => {
    const { store, statement } = await desk();
    store.enter(claimId, "statement");
    store.take(sampleClaim({ statement: "x", version: 2 }));
    expect(statement()).toMatchObject({ value: "", news: { value: "x" } });
    store.showNews(claimId, "statement");
    expect(statement()).toMatchObject({ value: "x", news: null });
    store.take(sampleClaim({ statement: "xy", version: 3 }));
    expect(statement()).toMatchObject({ value: "x", news: { value: "xy" } });
    store.leave(claimId, "statement");
    expect(statement()).toMatchObject({ value: "xy", news: null });
  });

  test("what is typed over held-back news is sent over the version that was seen", async () => {
    const { sent, store, type } = await desk(conflict(sampleClaim({ statement: "x", version: 2 })));
    store.enter(claimId, "statement");
    store.take(sampleClaim({ statement: "x", version: 2 }));
    type("mine", "now");
    await passes(0);
    expect(sent).toEqual([["statement", "mine", 1]]);
  });

  test("another field's change moves the version on, so that it is not taken for a conflict", async () => {
    const { sent, store, type } = await desk(saved(sampleClaim({ statement: "a", version: 3 })));
    store.enter(claimId, "statement");
    store.take(sampleClaim({ claimant: "x", version: 2 }));
    type("a", "now");
    await passes(0);
    expect(sent).toEqual([["statement", "a", 2]]);
  });

  test("what was refused because its claim was gone is sent once the claim is back", async () => {
    const gone: Outcome = {
      kind: "refused",
      refusal: { code: "NOT_FOUND", message: "", data: {}, at: "2026-11-23T00:00:00.000Z" },
    };
    const { store, sent, type, statement } = await desk(
      gone,
      saved(sampleClaim({ statement: "a", version: 2 })),
    );
    type("a", "now");
    await passes(0);
    expect(statement()?.phase).toEqual({ name: "refused", code: "NOT_FOUND" });
    await store.flush(claimId);
    expect(sent).toHaveLength(2);
    expect(statement()?.phase).toEqual({ name: "clean", saved: true });
  });

  test("a deed given up elsewhere leaves what the server holds", async () => {
    const { queue, type, statement } = await desk(unreachable);
    type("a", "now");
    await passes(0);
    for (const { id } of queue.entries) queue.discard(id);
    expect(statement()).toMatchObject({ value: "", phase: { name: "clean" } });
  });
});
