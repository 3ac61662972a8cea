import { beforeEach, describe, expect, test, vi } from "vitest";
import { summaryOf } from "#components/claim/claim-summary.ts";
import type { Deed } from "#components/queue/deed.ts";
import { DeedQueue } from "#components/queue/deed-queue.ts";
import type { Outcome } from "#components/queue/deliver.ts";
import { memoryStorage } from "#components/queue/queue-storage.ts";
import type { Article } from "#domain/article.ts";
import type { Claim } from "#domain/claim.ts";
import { codePoints } from "#domain/offset.ts";
import { createClaimStore } from "./claim-store.ts";
import { newClaim } from "./new-claim.ts";
import { UnsentOverlay } from "./unsent-overlay.ts";

const member = { id: "m1", name: "佐藤" };
const text = "橋は2019年に着工した。";
const end = codePoints([...text].length);
const article = {
  id: "a1",
  abilities: { update: true, annotate: true, discuss: true },
  revision: {
    id: "r1",
    blocks: [{ id: "b1", kind: "bullet", level: 1, text, start: codePoints(0), end }],
  },
} as unknown as Article;

const range = (from: number, to: number) => ({
  blockId: "b1",
  start: codePoints(from),
  end: codePoints(to),
  exact: [...text].slice(from, to).join(""),
  prefix: "",
  suffix: "",
});
const targetOf = (from: number, to: number) => {
  const { blockId: _, ...target } = range(from, to);
  return target;
};
const claimAt = (id: string, from = 0, to = 1): Claim =>
  newClaim({
    id,
    article,
    member,
    anchor: { ...range(from, to), revisionId: "r1", state: "exact" },
    now: "2026-11-23T00:00:00.000Z",
  });

const known = "0199a000-0000-7000-8000-00000000000a";
const fresh = "0199a000-0000-7000-8000-00000000000b";
const refusal: Outcome = {
  kind: "refused",
  refusal: { code: "FORBIDDEN", message: "", data: null, at: "2026-11-23T00:00:00.000Z" },
};

const dismissal = {
  blockId: "b1",
  reason: "opinion",
  by: { ...member, disabled: false },
  at: "2026-11-23T00:00:00.000Z",
} as const;

/** A workbench with one claim, whose server gives `outcomes` and then is not there. */
function workbench(...outcomes: Outcome[]) {
  const queue = new DeedQueue({
    storage: async () => memoryStorage(),
    tabs: () => ({ alone: (work) => work(), tell: () => {}, close: () => {} }),
    deliver: async () => outcomes.shift() ?? { kind: "unreachable" },
  });
  const store = createClaimStore({ seq: 1, claims: [summaryOf(claimAt(known))], dismissals: [] });
  const accept = (claim: Claim, seq: number) => store.answer(summaryOf(claim), seq);
  const introduced: string[] = [];
  const introduce = ({ id }: Claim) => introduced.push(id);
  new UnsentOverlay({ article, member, store, queue, accept, introduce }).follow();
  const add = (deed: Deed) => queue.add({ articleId: "a1", about: "橋", deed });
  const shown = () => store.get().claims.map(({ id }) => id);
  const placeOf = (id: string) => {
    const anchor = store.get().byId.get(id)?.anchor;
    return anchor && [anchor.start, anchor.end];
  };
  return { queue, store, add, shown, placeOf, introduced };
}

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
const settle = () => vi.advanceTimersByTimeAsync(0);

describe("what is unsent", () => {
  test("is shown: a claim made, one deleted, one moved, a bullet dismissed", () => {
    const { add, shown, placeOf, store, introduced } = workbench();
    add({ kind: "createClaim", claimId: fresh, target: targetOf(2, 6) });
    expect(shown()).toEqual([known, fresh]);
    expect(introduced).toEqual([fresh]);
    add({ kind: "moveClaim", claimId: known, version: 1, target: targetOf(0, 2) });
    expect(placeOf(known)).toEqual([0, 2]);
    add({ kind: "moveClaim", claimId: fresh, version: 1, target: targetOf(2, 7) });
    expect(placeOf(fresh)).toEqual([2, 7]);
    add({ kind: "deleteClaim", claimId: known });
    expect(shown()).toEqual([fresh]);
    add({ kind: "dismissBullet", blockId: "b1", reason: "opinion" });
    expect(store.get().dismissals.get("b1")).toMatchObject({ reason: "opinion", by: member });
  });

  test("what was meant in another revision takes no place in this one", () => {
    const { add, store, placeOf } = workbench();
    const elsewhere = { revisionId: "0199a000-0000-7000-8000-00000000000f" };
    add({ kind: "createClaim", claimId: fresh, target: { ...targetOf(2, 6), ...elsewhere } });
    expect(store.get().byId.get(fresh)?.anchor).toMatchObject({ state: "needs_placing", exact: "2019" });
    add({ kind: "moveClaim", claimId: known, version: 1, target: { ...targetOf(0, 2), ...elsewhere } });
    expect(placeOf(known)).toEqual([0, 1]);
    add({ kind: "dismissBullet", blockId: "b1", reason: "opinion", ...elsewhere });
    expect(store.get().dismissals.size).toBe(0);
  });

  test("stays shown over news that do not know of it", () => {
    const { add, store, placeOf } = workbench();
    add({ kind: "moveClaim", claimId: known, version: 1, target: targetOf(2, 6) });
    store.answer({ ...summaryOf(claimAt(known)), priority: "high", version: 2 }, 2);
    expect(placeOf(known)).toEqual([2, 6]);
    expect(store.get().byId.get(known)?.priority).toBe("high");
  });

  test("is put back where a person gives it up", () => {
    const { add, queue, store, shown, placeOf } = workbench();
    const deeds: Deed[] = [
      { kind: "createClaim", claimId: fresh, target: targetOf(2, 6) },
      { kind: "moveClaim", claimId: known, version: 1, target: targetOf(2, 4) },
      { kind: "dismissBullet", blockId: "b1", reason: "opinion" },
    ];
    const entries = deeds.map(add);
    const deletion = add({ kind: "deleteClaim", claimId: known });
    queue.discard(deletion.id);
    expect(shown().sort()).toEqual([known, fresh]);
    for (const { id } of entries) queue.discard(id);
    expect(shown()).toEqual([known]);
    expect(placeOf(known)).toEqual([0, 1]);
    expect(store.get().dismissals.size).toBe(0);
  });

  test("comes back to sight at once when it is restored, though the server has not answered", () => {
    const { add, shown } = workbench();
    add({ kind: "deleteClaim", claimId: known });
    add({ kind: "restoreClaim", claimId: known });
    expect(shown()).toEqual([known]);
  });

  test("is not shown as done once it was refused, but for a claim that could not be made", async () => {
    const { add, queue, shown } = workbench(refusal, refusal);
    await queue.start();
    add({ kind: "deleteClaim", claimId: known });
    await settle();
    expect(shown()).toEqual([known]);
    add({ kind: "createClaim", claimId: fresh, target: targetOf(2, 6) });
    await settle();
    expect(queue.entries).toMatchObject([{ state: { name: "refused" } }, { state: { name: "refused" } }]);
    expect(shown()).toEqual([known, fresh]);
  });

  test("that the server did stays done when nothing is unsent any more", async () => {
    const { add, queue, shown, store } = workbench(
      { kind: "answered", answer: { version: 1, seq: 2, claim: claimAt(fresh, 2, 6) } },
      { kind: "answered", answer: { version: null, seq: 3 } },
      { kind: "answered", answer: { version: null, seq: 4, dismissal } },
    );
    await queue.start();
    add({ kind: "createClaim", claimId: fresh, target: targetOf(2, 6) });
    add({ kind: "deleteClaim", claimId: known });
    add({ kind: "dismissBullet", blockId: "b1", reason: "opinion" });
    await settle();
    expect(queue.entries).toEqual([]);
    expect(shown()).toEqual([fresh]);
    expect(store.get().dismissals.get("b1")).toBe(dismissal);
  });

  test("is not shown again by an answer that news overtook", async () => {
    const { add, queue, store } = workbench({
      kind: "answered",
      answer: { version: null, seq: 2, dismissal },
    });
    await queue.start();
    add({ kind: "dismissBullet", blockId: "b1", reason: "opinion" });
    store.take({ seq: 3, claims: [], gone: [], bullets: [{ blockId: "b1", dismissal: null }] });
    expect(store.get().dismissals.size, "what was done here is shown until it is answered").toBe(1);
    await settle();
    expect(store.get().dismissals.size).toBe(0);
  });
});
