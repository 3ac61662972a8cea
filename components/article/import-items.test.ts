import { describe, expect, it } from "vitest";
import type { ParsedBlock } from "#domain/block.ts";
import type { EditedPiece } from "#domain/edited-pieces.ts";
import { itemsOf, itemWith, nextUnsure, unsurePlaces } from "./import-items.ts";

const piece = (key: string, rest: Partial<EditedPiece> = {}): EditedPiece => ({
  key,
  block: { kind: "paragraph", level: null, text: key },
  out: null,
  ...rest,
});
const cell = (table: number): ParsedBlock => ({
  kind: "cell",
  level: null,
  text: "a",
  details: { cell: { table, row: 1, column: 1, isHeader: false, columnSpan: 1, rowSpan: 1 } },
});

describe("what stands as one thing", () => {
  it.each<[string, EditedPiece[], string[]]>([
    ["blocks by themselves", [piece("p0"), piece("p1")], ["block p0", "block p1"]],
    [
      "the cells of one table",
      [piece("p0", { block: cell(1) }), piece("p1", { block: cell(1) }), piece("p2", { block: cell(2) })],
      ["table p0,p1", "table p2"],
    ],
    [
      "page furniture of one group",
      [piece("o0.0", { out: "share" }), piece("o0.1", { out: "share" }), piece("o1.0", { out: "share" })],
      ["fold o0.0,o0.1", "fold o1.0"],
    ],
    [
      "what was left out by hand one by one",
      [piece("p0", { out: "by_hand" }), piece("p1", { out: "by_hand" })],
      ["fold p0", "fold p1"],
    ],
    [
      "a table that was left out",
      [piece("p0", { block: cell(1), out: "by_hand" }), piece("p1", { block: cell(1), out: "by_hand" })],
      ["fold p0,p1"],
    ],
  ])("%s", (_name, pieces, expected) => {
    const items = itemsOf(pieces);
    expect(items.map(({ type, pieces: of }) => `${type} ${of.map(({ key }) => key)}`)).toEqual(expected);
    for (const { key } of pieces)
      expect(itemWith(items, key)?.pieces.some((one) => one.key === key)).toBe(true);
  });
});

it("goes from one unsure place to the next, and from the last to the first", () => {
  const unsure = (start: number) => ({ type: "unsure", start, end: start + 1, what: "digit" }) as const;
  const marks = [unsure(0), unsure(4)];
  const pieces = [
    piece("p0", { block: { kind: "paragraph", level: null, text: "1234567", details: { marks } } }),
    piece("p1", { out: "by_hand", block: { kind: "paragraph", level: null, text: "1", details: { marks } } }),
    piece("s0", { block: { kind: "paragraph", level: null, text: "1234567", details: { marks } } }),
  ];
  const places = unsurePlaces(pieces);
  expect(places.map(({ key, start }) => `${key} ${start}`)).toEqual(["p0 0", "p0 4", "s0 0", "s0 4"]);
  const order = pieces.map(({ key }) => key);
  const next = (key: string, start: number) => nextUnsure(places, order, { key, start });
  expect(nextUnsure(places, order, null)).toEqual(places[0]);
  expect([next("p0", 0), next("p0", 4), next("p1", 0), next("s0", 4)]).toEqual([
    places[1],
    places[2],
    places[2],
    places[0],
  ]);
});
