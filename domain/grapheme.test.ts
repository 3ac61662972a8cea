import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { boundaryTest, graphemeBoundaries, snapToGraphemes } from "./grapheme.ts";
import { codePointLength, codePoints, toUtf16, utf16Units } from "./offset.ts";

describe("graphemes", () => {
  it.each([
    ["nothing", "", [0]],
    ["plain kana", "かな", [0, 1, 2]],
    ["a family emoji", "a👨‍👩‍👧b", [0, 1, 6, 7]],
    ["a kana with a combining mark", "か\u3099く", [0, 2, 3]],
    ["a flag", "🇯🇵", [0, 2]],
    ["a variation selector", "葛\u{E0100}城", [0, 2, 3]],
  ])("finds the boundaries of %s", (_, text, boundaries) => {
    expect(graphemeBoundaries(text)).toEqual(boundaries);
  });

  it("grows a range inside one grapheme to that grapheme", () => {
    expect(snapToGraphemes("a👨‍👩‍👧b", { start: codePoints(2), end: codePoints(3) })).toEqual({
      start: 1,
      end: 6,
    });
  });

  it("never shrinks a range and always answers boundaries", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), fc.nat(20), (text, a, b) => {
        const length = codePointLength(text);
        const start = codePoints(Math.min(a, b, length));
        const end = codePoints(Math.min(Math.max(a, b), length));
        const snapped = snapToGraphemes(text, { start, end });
        const boundaries = graphemeBoundaries(text);
        expect(snapped.start).toBeLessThanOrEqual(start);
        expect(snapped.end).toBeGreaterThanOrEqual(end);
        expect(boundaries).toContain(snapped.start);
        expect(boundaries).toContain(snapped.end);
      }),
    );
  });

  it.each([
    ["emoji without a space", "👨‍👩‍👧", 20_000],
    ["flags", "🇯🇵", 50_000],
    ["Hangul", "한", 200_000],
  ])(
    "takes no square of time for %s",
    (_name, unit, times) => {
      const before = process.cpuUsage();
      expect(graphemeBoundaries(unit.repeat(times))).toHaveLength(times + 1);
      // Work, not time: tests share their machine. At once it would take minutes.
      expect(process.cpuUsage(before).user / 1_000_000, "seconds").toBeLessThan(5);
    },
    60_000,
  );

  it("segments a long text in pieces as it would at once, and knows each boundary by itself", () => {
    const units = [
      "a",
      "東",
      "ガ",
      "か\u3099",
      "👨‍👩‍👧",
      "🇯🇵",
      "1️⃣",
      "e\u0301",
      "葛\u{E0100}",
      "。",
      " ",
      "\ud800",
    ];
    const long = fc
      .array(fc.constantFrom(...units), { minLength: 300, maxLength: 500 })
      .map((parts) => parts.join(""));
    const segmenter = new Intl.Segmenter("ja", { granularity: "grapheme" });
    fc.assert(
      fc.property(long, (text) => {
        const starts = new Set([...segmenter.segment(text)].map(({ index }) => index).concat(text.length));
        const boundaries = graphemeBoundaries(text).map((at) => Number(toUtf16(text, at)));
        expect(boundaries).toEqual([...starts]);
        const isBoundary = boundaryTest(text);
        for (let index = 0; index <= text.length; index += 1) {
          expect(isBoundary(utf16Units(index))).toBe(starts.has(index));
          expect(boundaryTest(text)(utf16Units(index))).toBe(starts.has(index));
        }
      }),
      { numRuns: 8 },
    );
  });
});
