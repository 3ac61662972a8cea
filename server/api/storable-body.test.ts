import { describe, expect, it } from "vitest";
import { storableBody } from "./storable-body.ts";

describe("storableBody", () => {
  it.each<[string, unknown, unknown]>([
    ["nothing", undefined, undefined],
    ["plain values", { a: 1, b: null, c: true }, { a: 1, b: null, c: true }],
    ["a NUL in a field", { statement: "a\0b" }, { statement: "a\ufffdb" }],
    [
      "half a surrogate pair deep inside",
      { source: { title: ["\ud800"] } },
      { source: { title: ["\ufffd"] } },
    ],
    ["a whole pair", { title: "𠮷" }, { title: "𠮷" }],
    ["a NUL in a key", { "a\0": 1 }, { "a\ufffd": 1 }],
    [
      "an article's text, which stays",
      { content: "PK\0", title: "\0" },
      { content: "PK\0", title: "\ufffd" },
    ],
    [
      "a document's content, which does not",
      { content: [{ text: "\0" }] },
      { content: [{ text: "\ufffd" }] },
    ],
  ])("repairs %s", (_name, body, expected) => {
    expect(storableBody(body)).toEqual(expected);
  });

  it("refuses what would exhaust the stack of whatever walks it next", () => {
    let deep: unknown = "x";
    for (let level = 0; level < 100_000; level += 1) deep = { content: [deep] };
    expect(() => storableBody(deep)).toThrow(RangeError);
    expect(() => storableBody([[[{ a: [["ordinary"]] }]]])).not.toThrow();
  });

  it("lets files and forms pass", () => {
    const form = new FormData();
    expect(storableBody(form)).toBe(form);
  });
});
