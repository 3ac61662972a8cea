import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointLength, codePoints, sliceCodePoints } from "../offset.ts";
import { blocksAndRange } from "./anchoring-samples.ts";
import { trimRange } from "./trim-range.ts";

test.each([
  ["plain words", "北京で会う", "北京で会う"],
  ["white space of both widths", " 　北京　 ", "北京"],
  ["zero-width white space", "\u200b北京\ufeff", "北京"],
  ["a bullet", "• 北京", "北京"],
  ["a katakana bullet without space", "・北京", "北京"],
  ["bullets in a row", "・ ‣ 北京", "北京"],
  ["a hyphen bullet", "- 北京", "北京"],
  ["a circled number as a bullet", "① 北京", "北京"],
  ["a minus sign", "-5度だった", "-5度だった"],
  ["a circled number as a word", "①と②は", "①と②は"],
  ["a middle dot inside", "北京・東京", "北京・東京"],
  ["a full stop stays", "会った。", "会った。"],
  ["a space with a mark on it is no space", " \u0308a", " \u0308a"],
  ["only a bullet", " ・ ", ""],
])("%s", (_name, text, expected) => {
  const range = trimRange(text, { start: codePoints(0), end: codePointLength(text) });
  expect(sliceCodePoints(text, range.start, range.end)).toBe(expected);
});

test("half a family grows to the whole", () => {
  expect(trimRange("a👩‍👩‍👧b", { start: codePoints(2), end: codePoints(3) })).toEqual({ start: 1, end: 6 });
});

test("trimming twice is trimming once, and never leaves the block", () => {
  fc.assert(
    fc.property(blocksAndRange, ({ blocks, range }) => {
      const text = blocks.map((block) => block.text).join("");
      const once = trimRange(text, range);
      expect(trimRange(text, once)).toEqual(once);
      expect(once.start).toBeLessThanOrEqual(once.end);
      expect(once.end).toBeLessThanOrEqual(Math.max(codePointLength(text), range.end));
    }),
    { numRuns: 200 },
  );
});
