import { describe, expect, it } from "vitest";
import { changesBetween, conflictingFields, raisedVersion, versionsAt } from "./field-changes.ts";

describe("changesBetween", () => {
  it.each<[string, Record<string, unknown>, Record<string, unknown>, string[]]>([
    ["nothing wanted", { a: 1 }, {}, []],
    ["an absent field", { a: 1 }, { a: undefined }, []],
    ["an equal one", { a: 1 }, { a: 1 }, []],
    ["another one", { a: 1, b: 2 }, { a: 2, b: 2 }, ["a"]],
    ["null for a value", { a: 1 }, { a: null }, ["a"]],
    ["equal lists", { a: ["x", "y"] }, { a: ["x", "y"] }, []],
    ["equal documents with keys in another order", { a: { b: 1, c: [2] } }, { a: { c: [2], b: 1 } }, []],
  ])("finds in %s", (_name, current, wanted, fields) => {
    expect(changesBetween(current, wanted).map(({ field }) => field)).toEqual(fields);
  });
});

describe("conflictingFields", () => {
  const row = { version: 5, fieldVersions: { title: 5, url: 2 } };
  const change = (field: string) => ({ field, from: 0, to: 1 });

  it.each<[string, string[], number | undefined, string[]]>([
    ["a field changed after the writer looked", ["title"], 4, ["title"]],
    ["a field changed before", ["url"], 4, []],
    ["a field never changed", ["byline"], 1, []],
    ["the version of now", ["title", "url"], 5, []],
    ["no version: the last word", ["title"], undefined, []],
    ["several", ["title", "url", "byline"], 1, ["title", "url"]],
  ])("finds for %s", (_name, fields, seen, conflicts) => {
    expect(conflictingFields(row, fields.map(change), seen)).toEqual(conflicts);
  });
});

it("raises a row's version and those of the changed fields only", () => {
  const row = { version: 2, fieldVersions: { url: 2 } };
  expect(raisedVersion(row, ["title"])).toEqual({ version: 3, fieldVersions: { url: 2, title: 3 } });
  expect(versionsAt(1, ["a", "b"])).toEqual({ a: 1, b: 1 });
});
