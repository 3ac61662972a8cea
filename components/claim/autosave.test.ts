import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  cleanField,
  type FieldEvent,
  type FieldState,
  isUnsaved,
  recoveredField,
  retryDelay,
  sameValue,
  step,
  wantsSending,
} from "./autosave.ts";

const run = (from: FieldState<string>, ...events: FieldEvent<string>[]) => events.reduce(step<string>, from);
const start = cleanField("a", 1);

describe("saving one field", () => {
  test("typing makes it unsaved, and the answer makes it saved", () => {
    const typed = run(start, { type: "edit", value: "ab" });
    expect(typed.phase.name).toBe("dirty");
    const done = run(typed, { type: "send" }, { type: "saved", value: "ab", version: 2 });
    expect(done).toEqual({ base: "ab", baseVersion: 2, value: "ab", phase: { name: "clean", saved: true } });
  });

  test("typing back what is stored needs no saving", () => {
    const back = run(start, { type: "edit", value: "ab" }, { type: "edit", value: "a" });
    expect(isUnsaved(back)).toBe(false);
  });

  test("what is typed while a save is under way is sent afterwards", () => {
    const typedOn = run(
      start,
      { type: "edit", value: "ab" },
      { type: "send" },
      { type: "edit", value: "abc" },
      { type: "saved", value: "ab", version: 2 },
    );
    expect(typedOn).toEqual({ base: "ab", baseVersion: 2, value: "abc", phase: { name: "dirty" } });
  });

  test("a space at the end stays while one types, although the server trims it", () => {
    const spaced = run(
      start,
      { type: "edit", value: "b " },
      { type: "send" },
      { type: "saved", value: "b", version: 2 },
    );
    expect(spaced).toMatchObject({ value: "b ", phase: { name: "clean" } });
    expect(run(spaced, { type: "edit", value: "b c" }).phase.name).toBe("dirty");
  });

  test("the order of an object's keys is no change", () => {
    expect(sameValue({ a: 1, b: [{ c: 2, d: 3 }] }, { b: [{ d: 3, c: 2 }], a: 1 })).toBe(true);
    expect(sameValue({ a: 1 }, { a: 1, b: undefined })).toBe(false);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
  });

  test("tries that fail are counted until one gets through", () => {
    const failing = run(
      start,
      { type: "edit", value: "b" },
      { type: "send" },
      { type: "unreachable" },
      { type: "send" },
      { type: "unreachable" },
    );
    expect(failing.phase).toEqual({ name: "retrying", tries: 2 });
    expect(failing.value).toBe("b");
    expect(wantsSending(failing)).toBe(true);
  });

  test("a refusal keeps the text and waits for another edit", () => {
    const refused = run(
      start,
      { type: "edit", value: "b" },
      { type: "send" },
      { type: "refused", code: "VERDICT_INCOMPLETE" },
    );
    expect(refused.value).toBe("b");
    expect(wantsSending(refused)).toBe(false);
    expect(wantsSending(run(refused, { type: "edit", value: "bc" }))).toBe(true);
  });
});

describe("two people", () => {
  const conflict = run(
    start,
    { type: "edit", value: "mine" },
    { type: "send" },
    { type: "conflict", theirs: "theirs", version: 3 },
  );

  test("a conflict keeps both texts and sends nothing", () => {
    expect(conflict.value).toBe("mine");
    expect(conflict.phase).toEqual({ name: "conflict", theirs: "theirs", theirVersion: 3 });
    expect(wantsSending(conflict)).toBe(false);
  });

  test("keeping mine types it over theirs", () => {
    const kept = run(conflict, { type: "keepMine" });
    expect(kept).toEqual({ base: "theirs", baseVersion: 3, value: "mine", phase: { name: "dirty" } });
  });

  test("taking theirs leaves nothing to send", () => {
    expect(run(conflict, { type: "takeTheirs" })).toEqual(cleanField("theirs", 3));
  });

  test("merging by hand sends what was merged", () => {
    const merged = run(conflict, { type: "merge", value: "both" });
    expect(merged).toEqual({ base: "theirs", baseVersion: 3, value: "both", phase: { name: "dirty" } });
  });

  test("the same change by both is no conflict", () => {
    const same = run(
      start,
      { type: "edit", value: "b" },
      { type: "send" },
      { type: "conflict", theirs: "b", version: 2 },
    );
    expect(same).toEqual(cleanField("b", 2));
  });

  test("an untouched field follows the server", () => {
    expect(run(start, { type: "incoming", value: "x", version: 2 }).value).toBe("x");
  });

  test("another field's save moves the version on, so that it is not taken for a conflict", () => {
    const dirty = run(start, { type: "edit", value: "b" }, { type: "incoming", value: "a", version: 5 });
    expect(dirty).toMatchObject({ value: "b", base: "a", baseVersion: 5 });
  });

  test("their change under my unsaved text keeps my old version, so that the server can tell", () => {
    const dirty = run(start, { type: "edit", value: "b" }, { type: "incoming", value: "x", version: 5 });
    expect(dirty).toMatchObject({ value: "b", base: "a", baseVersion: 1 });
  });

  test("news that is older than what is known is ignored", () => {
    const later = run(start, { type: "incoming", value: "x", version: 4 });
    expect(run(later, { type: "incoming", value: "old", version: 2 })).toBe(later);
  });
});

describe("a draft found after a reload", () => {
  const draft = { value: "typed", base: "a", baseVersion: 1 };
  test.each([
    ["that reached the server after all", { value: "typed", version: 2 }, { phase: { name: "clean" } }],
    ["over an unchanged record", { value: "a", version: 4 }, { phase: { name: "dirty" }, baseVersion: 4 }],
    ["over a changed record", { value: "x", version: 4 }, { phase: { name: "dirty" }, baseVersion: 1 }],
  ])("%s", (_name, current, expected) => {
    expect(recoveredField(draft, current)).toMatchObject(expected);
  });
});

test("law: nothing a person typed is ever lost but by their own choice or by the server holding it", () => {
  const other = fc.constantFrom("p", "q", "r");
  const event: fc.Arbitrary<FieldEvent<string>> = fc.oneof(
    fc.constant<FieldEvent<string>>({ type: "send" }),
    fc.constant<FieldEvent<string>>({ type: "unreachable" }),
    fc.constant<FieldEvent<string>>({ type: "refused", code: "FORBIDDEN" }),
    fc.constant<FieldEvent<string>>({ type: "keepMine" }),
    fc.record({ type: fc.constant("conflict" as const), theirs: other, version: fc.nat(9) }),
    fc.record({ type: fc.constant("incoming" as const), value: other, version: fc.nat(9) }),
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 30 }), (events) => {
      const end = run(start, { type: "edit", value: "typed" }, ...events);
      expect(end.value).toBe("typed");
    }),
  );
});

test("tries wait longer and longer, half a minute at most", () => {
  expect([1, 2, 3, 6, 20].map(retryDelay)).toEqual([1000, 2000, 4000, 30_000, 30_000]);
});
