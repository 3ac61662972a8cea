import { describe, expect, test } from "vitest";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { sampleAnchor, sampleClaim, sampleMember } from "#components/claim/sample-claim.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { neighbour, nextUnsettled } from "./claim-order.ts";
import { type ClaimNews, createClaimStore } from "./claim-store.ts";

const claim = (id: string, start: number, end: number, more: Partial<ClaimSummary> = {}): ClaimSummary => ({
  ...summaryOf(sampleClaim({ id, anchor: sampleAnchor(start, end) })),
  ...more,
});

const verdict = (version: number): ClaimSummary["verdict"] => ({
  id: "00000000-0000-7000-8000-00000000000c",
  claimId: "00000000-0000-7000-8000-00000000000d",
  state: "draft",
  rating: null,
  ratingDetail: null,
  scaleId: "jfc",
  scaleVersion: 1,
  summary: "",
  author: sampleMember,
  updatedAt: "2026-11-23T00:00:00.000Z",
  version,
});

const storeOf = (...claims: ClaimSummary[]) => createClaimStore({ claims, dismissals: [] });
const order = (store: ReturnType<typeof storeOf>) =>
  store
    .get()
    .claims.map(({ id, number }) => `${id}${number}`)
    .join(" ");

describe("the claims of an article", () => {
  test("stand in text order, of two that begin together the shorter first, numbered from 1", () => {
    expect(order(storeOf(claim("c", 20, 30), claim("inner", 0, 5), claim("outer", 0, 9)))).toBe(
      "inner1 outer2 c3",
    );
  });

  test("a new claim renumbers what follows and leaves what precedes the same object", () => {
    const store = storeOf(claim("a", 0, 5), claim("c", 20, 30));
    const before = store.get().byId.get("a");
    store.put(claim("b", 10, 15));
    expect(order(store)).toBe("a1 b2 c3");
    expect(store.get().byId.get("a")).toBe(before);
  });

  test("an answer that comes late does not undo a newer one", () => {
    const store = storeOf(claim("a", 0, 5, { version: 3, statement: "new" }));
    store.put(claim("a", 0, 5, { version: 2, statement: "old" }));
    expect(store.get().byId.get("a")?.statement).toBe("new");
  });

  test("an answer that comes after its claim was taken away does not bring it back", () => {
    const store = storeOf(claim("a", 0, 5));
    store.remove("a");
    store.put(claim("a", 0, 5));
    expect(store.get().claims).toEqual([]);
    store.remove("b");
    store.put(claim("b", 6, 9));
    expect(store.get().claims).toEqual([]);
    store.bringBack(claim("a", 0, 5));
    expect(store.get().claims.map(({ id }) => id)).toEqual(["a"]);
  });

  test("the focus of a deleted claim goes to the next, then to the one before, then nowhere", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    store.focus("a");
    store.remove("a");
    expect(store.get().focusedId).toBe("b");
    store.bringBack(claim("a", 0, 5));
    store.remove("b");
    expect(store.get().focusedId).toBe("a");
    store.remove("a");
    expect(store.get().focusedId).toBeNull();
  });

  test("focusing what is not there is no focus, and tells nobody twice", () => {
    const store = storeOf(claim("a", 0, 5));
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.focus("a");
    store.focus("a");
    store.focus("nobody");
    expect(store.get().focusedId).toBeNull();
    expect(told).toBe(2);
  });

  test("a dismissal can be taken back", () => {
    const store = storeOf();
    store.dismiss({ blockId: "b1", reason: "opinion", by: sampleMember, at: "2026-11-23T00:00:00.000Z" });
    expect(store.get().dismissals.has("b1")).toBe(true);
    store.reopen("b1");
    expect(store.get().dismissals.size).toBe(0);
  });
});

const news = (more: Partial<ClaimNews>): ClaimNews => ({
  claims: [],
  gone: [],
  bullets: [],
  isDeletionKnown: () => false,
  ...more,
});

describe("news of what others did", () => {
  test("are one change, however much they hold", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const dismissal = {
      blockId: "x",
      reason: "opinion",
      by: sampleMember,
      at: "2026-11-23T00:00:00.000Z",
    } as const;
    store.take(
      news({
        claims: [claim("c", 6, 9), claim("b", 10, 15, { version: 2, statement: "new" })],
        gone: ["a"],
        bullets: [{ blockId: "x", dismissal }],
      }),
    );
    expect(order(store)).toBe("c1 b2");
    expect(store.get().byId.get("b")?.statement).toBe("new");
    expect(store.get().dismissals.get("x")).toEqual(dismissal);
    store.take(news({ bullets: [{ blockId: "x", dismissal: null }] }));
    expect(store.get().dismissals.size).toBe(0);
    expect(told).toBe(2);
  });

  test("leave the objects of claims that they don't touch", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    const [a, b] = store.get().claims;
    store.take(news({ claims: [claim("c", 20, 25)] }));
    expect(store.get().claims[0]).toBe(a);
    expect(store.get().claims[1]).toBe(b);
  });

  test.each([
    ["an older version", { version: 1 }, { version: 2 }],
    ["an older verdict", { verdict: verdict(1) }, { verdict: verdict(2) }],
    [
      "an earlier answer",
      { updatedAt: "2026-11-23T00:00:00.000Z" },
      { updatedAt: "2026-11-23T00:00:01.000Z" },
    ],
  ])("do not undo what is newer: %s", (_name, older, newer) => {
    const held = claim("a", 0, 5, newer);
    const store = storeOf(held);
    store.take(news({ claims: [claim("a", 0, 5, older)] }));
    expect(store.get().byId.get("a")).toBe(held);
  });

  test("a claim that is gone leaves no heir to the focus", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    store.focus("a");
    store.take(news({ gone: ["a"] }));
    expect(store.get().focusedId).toBeNull();
    store.focus("b");
    store.take(news({ gone: ["a"] }));
    expect(store.get().focusedId).toBe("b");
  });

  test("from before the server knew of a deletion here do not bring the claim back, later ones do", () => {
    const store = storeOf(claim("a", 0, 5));
    store.remove("a");
    store.take(news({ claims: [claim("a", 0, 5, { version: 2 })] }));
    expect(store.get().claims).toEqual([]);
    store.take(news({ gone: ["a"] }));
    store.put(claim("a", 0, 5));
    expect(store.get().claims, "an answer that was under way").toEqual([]);
    store.take(news({ claims: [claim("a", 0, 5, { version: 2 })] }));
    expect(store.get().claims.map(({ id }) => id)).toEqual(["a"]);
  });

  test("bring a claim back that was deleted here and restored by another in one breath", () => {
    const store = storeOf(claim("a", 0, 5));
    store.remove("a");
    store.take(news({ claims: [claim("a", 0, 5)], isDeletionKnown: (id) => id === "a" }));
    expect(store.get().claims.map(({ id }) => id)).toEqual(["a"]);
  });

  test("count evidence and threads better than an answer of the same version that comes after them", () => {
    const store = createClaimStore({ claims: [claim("a", 0, 1)], dismissals: [] });
    expect(store.answer(claim("a", 0, 1, { evidenceCount: 1 }))).toBe(true);
    store.take(news({ claims: [claim("a", 0, 1, { evidenceCount: 2, openThreads: 1 })] }));
    expect(store.answer(claim("a", 0, 1, { evidenceCount: 1 }))).toBe(false);
    expect(store.get().byId.get("a")).toMatchObject({ evidenceCount: 2, openThreads: 1 });
    expect(store.answer(claim("a", 0, 1, { version: 2, evidenceCount: 3 }))).toBe(true);
    expect(store.get().byId.get("a")).toMatchObject({ version: 2, evidenceCount: 3, openThreads: 0 });
  });

  test("what may be done changes for every claim", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    store.focus("a");
    store.allow({ update: false, delete: false, settle: false });
    expect(store.get().claims.map(({ abilities }) => abilities.update)).toEqual([false, false]);
    expect(store.get().byId.get("b")?.abilities.delete).toBe(false);
    expect(store.get().focusedId).toBe("a");
  });
});

test("a claim in focus that news take away and the person brings back has the focus again", () => {
  const [one, two] = [claim("a", 0, 5), claim("b", 10, 15)];
  const store = storeOf(one, two);
  const deletion: ClaimNews = { claims: [], gone: ["a"], bullets: [], isDeletionKnown: () => true };
  store.focus("a");
  store.take(deletion);
  expect(store.get().focusedId).toBeNull();
  store.bringBack(one);
  expect(store.get().focusedId).toBe("a");

  store.take(deletion);
  store.focus("b");
  store.bringBack(one);
  expect(store.get().focusedId, "who went on is left where they are").toBe("b");
});

describe("going through them", () => {
  const claims = [
    claim("a", 0, 5, { workState: "settled" }),
    claim("b", 10, 15),
    claim("c", 20, 25, { workState: "settled" }),
  ];

  test.each([
    ["from nothing forwards", null, 1 as const, "a"],
    ["from nothing backwards", null, -1 as const, "c"],
    ["onwards", "a", 1 as const, "b"],
    ["over the end", "c", 1 as const, null],
    ["over the start", "a", -1 as const, null],
  ])("%s", (_name, from, by, to) => {
    expect(neighbour(claims, from, by)?.id ?? null).toBe(to);
  });

  test("the next unsettled one is found around the end, and not where one stands", () => {
    expect(nextUnsettled(claims, "c")?.id).toBe("b");
    expect(nextUnsettled(claims, "b")).toBeNull();
  });
});
