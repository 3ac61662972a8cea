import fc from "fast-check";
import { expect, test } from "vitest";
import { IntervalIndex } from "./interval-index.ts";
import { LANES, lanesOf } from "./lanes.ts";

const spans = fc.array(
  fc
    .tuple(fc.nat(50), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 30 },
);

test("the index finds exactly the spans that hold a point, the shortest first", () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: -1, max: 75 }), (items, point) => {
      const found = new IntervalIndex(items).at(point);
      expect(new Set(found)).toEqual(
        new Set(items.filter(({ start, end }) => start <= point && point < end)),
      );
      const lengths = found.map(({ start, end }) => end - start);
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b));
    }),
  );
});

test("two spans in one lane never overlap while lanes last", () => {
  fc.assert(
    fc.property(spans, (items) => {
      const ordered = new IntervalIndex(items).items;
      const lanes = lanesOf(ordered);
      for (const [i, a] of ordered.entries()) {
        for (const [j, b] of ordered.entries()) {
          const overlap = i < j && b.start < a.end && a.start < b.end;
          if (overlap && lanes[i] === lanes[j]) expect(lanes[i]).toBe(LANES - 1);
        }
      }
    }),
  );
});

test.each([
  {
    name: "side by side",
    spans: [
      [0, 2],
      [2, 4],
    ],
    lanes: [0, 0],
  },
  {
    name: "one in another",
    spans: [
      [0, 9],
      [2, 4],
    ],
    lanes: [0, 1],
  },
  {
    name: "the same words twice",
    spans: [
      [0, 9],
      [0, 9],
    ],
    lanes: [0, 1],
  },
  {
    name: "a staircase",
    spans: [
      [0, 4],
      [2, 6],
      [4, 8],
    ],
    lanes: [0, 1, 0],
  },
  {
    name: "four deep",
    spans: [
      [0, 9],
      [1, 8],
      [2, 7],
      [3, 6],
    ],
    lanes: [0, 1, 2, 2],
  },
])("lanes of claims $name", ({ spans: pairs, lanes }) => {
  const items = pairs.map(([start = 0, end = 0]) => ({ start, end }));
  expect(lanesOf(new IntervalIndex(items).items)).toEqual(lanes);
});
