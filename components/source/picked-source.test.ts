import { describe, expect, test } from "vitest";
import { emptySource, sourceOf, wrongFields } from "./picked-source.ts";

describe("a source made on the spot", () => {
  test("what was typed to find it is its address or its title", () => {
    expect(emptySource(" https://example.com/a ", "2026-11-23")).toMatchObject({
      url: "https://example.com/a",
      title: "",
    });
    expect(emptySource("白書", "2026-11-23")).toMatchObject({
      title: "白書",
      url: "",
      accessed: "2026-11-23",
    });
  });

  test("fields left empty are not sent", () => {
    const draft = emptySource("白書", "2026-11-23");
    expect(sourceOf({ kind: "new", draft })).toEqual({
      title: "白書",
      accessed: "2026-11-23",
      type: "webpage",
    });
  });

  test("what can't stand is named, and nothing is sent", () => {
    const draft = { ...emptySource("", ""), url: "javascript:alert(1)", issued: "昨日" };
    expect([...wrongFields(draft)].sort()).toEqual(["issued", "title", "url"]);
    expect(sourceOf({ kind: "new", draft })).toBeNull();
  });
});
