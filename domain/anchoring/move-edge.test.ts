import fc from "fast-check";
import { expect, test } from "vitest";
import { blockAround } from "../block.ts";
import { graphemeBoundaries } from "../grapheme.ts";
import { codePoints } from "../offset.ts";
import { blocksAndRange, blocksOf } from "./anchoring-samples.ts";
import { describe } from "./describe.ts";
import { moveEdge, type StepUnit } from "./move-edge.ts";

const [, block] = blocksOf("題", "首相は北京で会談した。次に東京へ。👩‍👩‍👧も。");
const range = { start: codePoints(5), end: codePoints(7) };

test.each<{ edge: "start" | "end"; by: number; unit: StepUnit; to: [number, number] }>([
  { edge: "end", by: 1, unit: "grapheme", to: [5, 8] },
  { edge: "end", by: -1, unit: "grapheme", to: [5, 6] },
  { edge: "end", by: -9, unit: "grapheme", to: [5, 6] },
  { edge: "start", by: 9, unit: "grapheme", to: [6, 7] },
  { edge: "start", by: -99, unit: "grapheme", to: [2, 7] },
  { edge: "end", by: 99, unit: "word", to: [5, 26] },
  { edge: "end", by: 1, unit: "word", to: [5, 8] },
  { edge: "end", by: 1, unit: "sentence", to: [5, 13] },
  { edge: "end", by: 2, unit: "sentence", to: [5, 19] },
  { edge: "start", by: -1, unit: "sentence", to: [2, 7] },
  { edge: "end", by: 0, unit: "word", to: [5, 7] },
])("$edge by $by $unit", ({ edge, by, unit, to: [start, end] }) => {
  if (!block) throw new Error("the sample has two blocks");
  expect(moveEdge(block, range, edge, by, unit)).toEqual({ start, end });
});

test("a moved edge rests on a grapheme of its block, and the claim keeps a word", () => {
  const step = fc.record({
    edge: fc.constantFrom("start" as const, "end" as const),
    by: fc.integer({ min: -6, max: 6 }),
    unit: fc.constantFrom<StepUnit[]>("grapheme", "word", "sentence"),
  });
  fc.assert(
    fc.property(blocksAndRange, step, (sample, { edge, by, unit }) => {
      const described = describe(sample.blocks, sample.range);
      if (described.state !== "exact") return;
      const home = blockAround(sample.blocks, described.range);
      if (!home) throw new Error("a described range lies in a block");
      const moved = moveEdge(home, described.range, edge, by, unit);
      expect(moved.start).toBeLessThan(moved.end);
      const stops = graphemeBoundaries(home.text).map((at) => at + home.start);
      expect(stops).toContain(moved.start);
      expect(stops).toContain(moved.end);
    }),
    { numRuns: 200 },
  );
});
