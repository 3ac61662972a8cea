import { describe, expect, test } from "vitest";
import type { Present } from "#domain/presence.ts";
import { PeopleStore } from "./people-store.ts";

const at = (who: string, more: Partial<Present> = {}): Present => ({
  connectionId: who,
  member: { id: who.replace(/\d/g, ""), name: who.replace(/\d/g, "") },
  claimId: null,
  field: null,
  idle: false,
  ...more,
});

function storeWith(...pages: Present[]) {
  const store = new PeopleStore("me");
  store.meet(pages);
  return store;
}

const names = (store: PeopleStore) => store.get().people.map(({ member }) => member.name);
const openers = (store: PeopleStore, claimId: string) =>
  (store.get().byClaim.get(claimId) ?? []).map(({ member }) => member.name);

describe("who else is in the article", () => {
  test("is everybody but oneself, by name, once however many pages are open", () => {
    expect(names(storeWith(at("me"), at("sato2"), at("me2"), at("lee"), at("sato1")))).toEqual([
      "lee",
      "sato",
    ]);
  });

  test.each([
    ["the page in use before the idle one", [{ claimId: "a", idle: true }, { claimId: "b" }], "b", false],
    ["one with a claim before one without", [{}, { claimId: "a", field: "statement" }], "a", false],
    ["idle only where all pages are", [{ claimId: "a", idle: true }, { idle: true }], "a", true],
  ])("a person is on %s", (_name, pages, claimId, idle) => {
    const store = storeWith(...pages.map((page, index) => at(`sato${index}`, page)));
    expect(store.get().people).toMatchObject([{ claimId, idle }]);
  });

  test("stands at every claim that one of their pages shows", () => {
    const store = storeWith(
      at("sato1", { claimId: "a" }),
      at("sato2", { claimId: "b" }),
      at("lee", { claimId: "b" }),
    );
    expect(openers(store, "a")).toEqual(["sato"]);
    expect(openers(store, "b")).toEqual(["lee", "sato"]);
    expect(openers(store, "c")).toEqual([]);
  });

  test("tells nobody where nothing changed, and keeps the objects of those who did not move", () => {
    const store = storeWith(at("sato", { claimId: "a" }), at("lee", { claimId: "b" }));
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    const before = store.get();
    store.meet([at("lee", { claimId: "b" }), at("sato", { claimId: "a" }), at("me")]);
    expect(store.get()).toBe(before);
    store.meet([at("lee", { claimId: "b", field: "statement" }), at("sato", { claimId: "a" })]);
    expect(told).toBe(1);
    expect(store.get().byClaim.get("a")).toBe(before.byClaim.get("a"));
    expect(store.get().byClaim.get("b")).not.toBe(before.byClaim.get("b"));
    store.meet([]);
    expect(store.get().people).toEqual([]);
    expect(store.get().byClaim.size).toBe(0);
  });
});
