import { expect, test } from "vitest";
import { codePoints } from "#domain/offset.ts";
import { buildRevision } from "../revision-document.ts";
import { caretMoveOf, stepCaret } from "./keyboard-step.ts";

const { blocks } = buildRevision([
  { kind: "heading", level: 1, text: "題名" },
  { kind: "paragraph", level: null, text: "👩‍👩‍👧が北京で会談した。次。" },
]);

test.each([
  { from: 0, by: 1, unit: "grapheme", to: 1 },
  { from: 2, by: 1, unit: "grapheme", to: 3 },
  { from: 3, by: 1, unit: "grapheme", to: 8 },
  { from: 3, by: -1, unit: "grapheme", to: 2 },
  { from: 0, by: -1, unit: "grapheme", to: 0 },
  { from: 9, by: 1, unit: "word", to: 11 },
  { from: 3, by: 1, unit: "sentence", to: 17 },
  { from: 19, by: 1, unit: "grapheme", to: 19 },
] as const)("a caret at $from steps $by $unit to $to", ({ from, by, unit, to }) => {
  const block = blocks.find(({ start, end }) => from >= start && from <= end);
  if (!block) throw new Error("every offset of the sample is in a block");
  expect(stepCaret(blocks, block, codePoints(from), by, unit)).toBe(to);
});

test.each([
  ["ArrowRight", false, { kind: "text", by: 1, unit: "grapheme" }],
  ["ArrowLeft", true, { kind: "text", by: -1, unit: "word" }],
  ["ArrowDown", true, { kind: "text", by: 1, unit: "sentence" }],
  ["ArrowUp", false, { kind: "layout", direction: "backward", granularity: "line" }],
  ["Home", false, { kind: "layout", direction: "backward", granularity: "lineboundary" }],
  ["a", false, null],
] as const)("%s (large: %s)", (key, isLarge, move) => {
  expect(caretMoveOf(key, isLarge)).toEqual(move);
});
