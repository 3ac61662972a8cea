import { describe, expect, test } from "vitest";
import type { ClaimSummary } from "#domain/claim.ts";
import { codePoints } from "#domain/offset.ts";
import { neighbour, nextUnsettled } from "./claim-order.ts";
import { createClaimStore } from "./claim-store.ts";

const member = { id: "00000000-0000-7000-8000-000000000001", name: "佐藤", disabled: false };

function claim(id: string, start: number, end: number, more: Partial<ClaimSummary> = {}): ClaimSummary {
  return {
    id,
    articleId: "00000000-0000-7000-8000-00000000000a",
    number: 1,
    anchor: {
      revisionId: "00000000-0000-7000-8000-00000000000b",
      blockId: "b1",
      start: codePoints(start),
      end: codePoints(end),
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
    evidenceCount: 0,
    openThreads: 0,
    createdBy: member,
    createdAt: "2026-11-23T00:00:00.000Z",
    updatedAt: "2026-11-23T00:00:00.000Z",
    version: 1,
    abilities: { update: true, delete: true, settle: true },
    ...more,
  };
}

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
    store.dismiss({ blockId: "b1", reason: "opinion", by: member, at: "2026-11-23T00:00:00.000Z" });
    expect(store.get().dismissals.has("b1")).toBe(true);
    store.reopen("b1");
    expect(store.get().dismissals.size).toBe(0);
  });
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
