import { expect, test } from "vitest";
import { stampLabel } from "./stamp-label.ts";

test.each([
  ["正確", ["正確"], true, 2],
  ["不正確", ["不正確"], true, 3],
  ["ほぼ正確", ["ほぼ", "正確"], true, 2],
  ["ミスリード", ["ミスリ", "ード"], true, 3],
  ["検証対象外", ["検証対", "象外"], true, 3],
  ["True", ["True"], false, 4],
  ["Mostly accurate", ["Mostly", "accurate"], false, 8],
  ["Out of scope", ["Out of", "scope"], false, 6],
  ["AI生成", ["AI生成"], false, 4],
])("%s", (label, lines, isVertical, longest) => {
  expect(stampLabel(label)).toEqual({ lines, isVertical, longest });
});
