import { describe, expect, test } from "vitest";
import { summaryOf } from "#components/claim/claim-summary.ts";
import { sampleAnchor, sampleClaim, sampleMember } from "#components/claim/sample-claim.ts";
import type { ClaimSummary } from "#domain/claim.ts";
import { neighbour, nextUnsettled } from "./claim-order.ts";
import { createClaimStore } from "./claim-store.ts";
import type { ClaimNews } from "./server-word.ts";
import { NOTHING_UNSENT, type Unsent } from "./unsent.ts";

const claim = (id: string, start: number, end: number, more: Partial<ClaimSummary> = {}): ClaimSummary => ({
  ...summaryOf(sampleClaim({ id, anchor: sampleAnchor(start, end) })),
  ...more,
});

const storeOf = (...claims: ClaimSummary[]) => createClaimStore({ seq: 1, claims, dismissals: [] });
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
    store.answer(claim("b", 10, 15), 2);
    expect(order(store)).toBe("a1 b2 c3");
    expect(store.get().byId.get("a")).toBe(before);
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
});

const news = (more: Partial<ClaimNews>): ClaimNews => ({
  seq: 2,
  claims: [],
  gone: [],
  bullets: [],
  ...more,
});

const opinion = {
  blockId: "x",
  reason: "opinion",
  by: sampleMember,
  at: "2026-11-23T00:00:00.000Z",
} as const;

type Word = (store: ReturnType<typeof storeOf>, seq: number) => void;

/** What the server may say about claim `a` and bullet `x`, over either line. */
const WORDS: Record<string, Word> = {
  "a claim answered": (store, seq) => store.answer(claim("a", 0, 5, { statement: `${seq}` }), seq),
  "a claim told": (store, seq) =>
    store.take(news({ seq, claims: [claim("a", 0, 5, { statement: `${seq}` })] })),
  "a deletion answered": (store, seq) => store.answerDeleted("a", seq),
  "a deletion told": (store, seq) => store.take(news({ seq, gone: ["a"] })),
  "a dismissal answered": (store, seq) => store.answerBullet("x", { ...opinion, at: `${seq}` }, seq),
  "a dismissal told": (store, seq) =>
    store.take(news({ seq, bullets: [{ blockId: "x", dismissal: { ...opinion, at: `${seq}` } }] })),
  "a return answered": (store, seq) => store.answerBullet("x", null, seq),
  "a return told": (store, seq) => store.take(news({ seq, bullets: [{ blockId: "x", dismissal: null }] })),
};
const ON_CLAIM = Object.keys(WORDS).filter((name) => /claim|deletion/.test(name));
const ON_BULLET = Object.keys(WORDS).filter((name) => /dismissal|return/.test(name));
const pairs = (names: string[]) => names.flatMap((newer) => names.map((older) => [newer, older] as const));

describe("of what the server says about one thing", () => {
  test.each([...pairs(ON_CLAIM), ...pairs(ON_BULLET)])(
    "%s holds against %s as of an earlier event",
    (newer, older) => {
      const [late, inOrder] = [storeOf(claim("a", 0, 5)), storeOf(claim("a", 0, 5))];
      WORDS[newer]?.(late, 3);
      const before = late.get();
      WORDS[older]?.(late, 2);
      WORDS[older]?.(inOrder, 2);
      WORDS[newer]?.(inOrder, 3);
      for (const store of [late, inOrder]) {
        expect(store.get().claims).toEqual(before.claims);
        expect(store.get().dismissals).toEqual(before.dismissals);
      }
    },
  );

  test("what is older than the page itself changes nothing", () => {
    const store = createClaimStore({ seq: 5, claims: [claim("a", 0, 5)], dismissals: [] });
    expect(store.answer(claim("a", 0, 5, { statement: "old" }), 4)).toBe(false);
    store.answerBullet("x", opinion, 4);
    store.answerDeleted("a", 4);
    expect(store.answer(claim("gone before", 6, 9), 4)).toBe(false);
    expect(order(store)).toBe("a1");
    expect(store.get().claims[0]?.statement).toBe("");
    expect(store.get().dismissals.size).toBe(0);
    expect(store.answer(claim("a", 0, 5, { statement: "new" }), 6)).toBe(true);
    expect(store.get().claims[0]?.statement).toBe("new");
  });

  test("what is as new as what is known is no news, and counts as taken in", () => {
    const store = storeOf(claim("a", 0, 5));
    const [held] = store.get().claims;
    store.countThreads("a", 2);
    expect(store.answer(claim("a", 0, 5), 1)).toBe(true);
    expect(store.get().claims).toEqual([{ ...held, openThreads: 2 }]);
    expect(store.answer(claim("made elsewhere", 6, 9), 1)).toBe(true);
    expect(order(store)).toBe("a1 made elsewhere2");
  });

  test("counts are as of the newest word, whatever the claim's version", () => {
    const store = storeOf(claim("a", 0, 1));
    store.take(news({ seq: 4, claims: [claim("a", 0, 1, { evidenceCount: 2, openThreads: 1 })] }));
    expect(store.answer(claim("a", 0, 1, { version: 2, evidenceCount: 1 }), 3)).toBe(false);
    expect(store.get().byId.get("a")).toMatchObject({ evidenceCount: 2, openThreads: 1 });
  });

  test("threads that are counted on the page count until the next word on their claim", () => {
    const store = storeOf(claim("a", 0, 1));
    store.countThreads("a", 3);
    store.answerBullet("x", opinion, 2);
    expect(store.get().byId.get("a")?.openThreads).toBe(3);
    store.take(news({ seq: 3, claims: [claim("a", 0, 1, { openThreads: 1 })] }));
    expect(store.get().byId.get("a")?.openThreads).toBe(1);
  });
});

describe("what the person did and the server does not know", () => {
  const unsent = (more: Partial<Unsent>): Unsent => ({ ...NOTHING_UNSENT, ...more });
  const deleted = (id: string) => unsent({ standing: new Map([[id, false]]) });
  const placeOf = (store: ReturnType<typeof storeOf>) => store.get().byId.get("a")?.anchor.start;

  test("is shown over what the server says, and is gone without a trace where it came to nothing", () => {
    const store = createClaimStore({ seq: 1, claims: [claim("a", 0, 5)], dismissals: [opinion] });
    store.show({
      made: new Map([["b", claim("b", 20, 25)]]),
      standing: new Map(),
      places: new Map([["a", sampleAnchor(30, 35)]]),
      bullets: new Map([["x", null]]),
    });
    expect(order(store)).toBe("b1 a2");
    expect(store.get().dismissals.size).toBe(0);
    store.take(news({ seq: 2, claims: [claim("a", 0, 6, { statement: "new" })] }));
    expect([placeOf(store), store.get().byId.get("a")?.statement]).toEqual([30, "new"]);
    store.take(news({ seq: 3, bullets: [{ blockId: "x", dismissal: { ...opinion, reason: "duplicate" } }] }));
    expect(store.get().dismissals.size).toBe(0);
    store.show(NOTHING_UNSENT);
    expect(order(store)).toBe("a1");
    expect(store.get().byId.get("a")?.anchor).toMatchObject({ start: 0, end: 6 });
    expect(store.get().dismissals.get("x")?.reason, "as another person dismissed it meanwhile").toBe(
      "duplicate",
    );
  });

  test("a deletion hides the claim until its answer, which later news overrule", () => {
    const store = storeOf(claim("a", 0, 5));
    store.show(deleted("a"));
    store.take(news({ seq: 2, claims: [claim("a", 0, 5, { statement: "before the deletion" })] }));
    expect(store.get().claims).toEqual([]);
    store.answerDeleted("a", 3);
    store.show(NOTHING_UNSENT);
    expect(store.get().claims).toEqual([]);
    store.take(news({ seq: 4, claims: [claim("a", 0, 5)] }));
    expect(order(store)).toBe("a1");
  });

  test("a claim that another restored before the deletion's answer came stands", () => {
    const store = storeOf(claim("a", 0, 5));
    store.show(deleted("a"));
    store.take(news({ seq: 3, claims: [claim("a", 0, 5)] }));
    store.answerDeleted("a", 2);
    store.show(NOTHING_UNSENT);
    expect(order(store)).toBe("a1");
  });

  test("a restored claim is there at once, as it was, and stays over late news of its deletion", () => {
    const store = storeOf(claim("a", 0, 5, { statement: "as it was" }), claim("b", 10, 15));
    store.focus("a");
    store.show(deleted("a"));
    store.answerDeleted("a", 2);
    store.show(unsent({ standing: new Map([["a", true]]) }));
    store.focus("a");
    store.take(news({ seq: 2, gone: ["a"] }));
    expect(store.get().focusedId).toBe("a");
    expect(store.get().byId.get("a")?.statement).toBe("as it was");
    store.answer(claim("a", 0, 5, { statement: "as it was" }), 3);
    store.show(NOTHING_UNSENT);
    expect(order(store)).toBe("a1 b2");
  });

  test("a claim that was made here is the server's as soon as it answers", () => {
    const store = storeOf();
    const made = unsent({ made: new Map([["a", claim("a", 0, 5)]]) });
    store.show(made);
    store.focus("a");
    store.answer(claim("a", 0, 5, { statement: "answered" }), 2);
    expect(store.get().byId.get("a")?.statement).toBe("answered");
    store.show(NOTHING_UNSENT);
    expect(store.get().focusedId).toBe("a");
  });

  test("the focus of a deleted claim goes to the next, then to the one before, then nowhere", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    store.focus("a");
    store.show(deleted("a"));
    expect(store.get().focusedId).toBe("b");
    store.show(NOTHING_UNSENT);
    store.show(deleted("b"));
    expect(store.get().focusedId).toBe("a");
    store.show(
      unsent({
        standing: new Map([
          ["a", false],
          ["b", false],
        ]),
      }),
    );
    expect(store.get().focusedId).toBeNull();
  });

  test("the same again tells nobody", () => {
    const store = storeOf(claim("a", 0, 5));
    let told = 0;
    store.show(unsent({ places: new Map([["a", sampleAnchor(1, 5)]]) }));
    store.subscribe(() => {
      told += 1;
    });
    store.show(unsent({ places: new Map([["a", sampleAnchor(1, 5)]]) }));
    expect(told).toBe(0);
  });
});

describe("news of what others did", () => {
  test("are one change, however much they hold", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.take(
      news({
        claims: [claim("c", 6, 9), claim("b", 10, 15, { version: 2, statement: "new" })],
        gone: ["a"],
        bullets: [{ blockId: "x", dismissal: opinion }],
      }),
    );
    expect(order(store)).toBe("c1 b2");
    expect(store.get().byId.get("b")?.statement).toBe("new");
    expect(store.get().dismissals.get("x")).toEqual(opinion);
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

  test("a claim that is gone leaves no heir to the focus", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    store.focus("a");
    store.take(news({ gone: ["a"] }));
    expect(store.get().focusedId).toBeNull();
    store.focus("b");
    store.take(news({ gone: ["a"] }));
    expect(store.get().focusedId).toBe("b");
  });

  test("what may be done changes for every claim", () => {
    const store = storeOf(claim("a", 0, 5), claim("b", 10, 15));
    store.focus("a");
    store.allow({ update: false, delete: false, settle: false });
    expect(store.get().claims.map(({ abilities }) => abilities.update)).toEqual([false, false]);
    expect(store.get().byId.get("b")?.abilities.delete).toBe(false);
    expect(store.get().focusedId).toBe("a");
    store.answer(claim("a", 0, 5), 2);
    expect(store.get().byId.get("a")?.abilities.update, "in an answer that was under way").toBe(false);
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
