import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "./block.ts";
import { codePointLength, codePoints } from "./offset.ts";
import { groupedByRuby, type NumberedClaim, segmentsOf } from "./report-segments.ts";

const block = (text: string, start = 0) => ({
  id: "b1",
  kind: "bullet" as const,
  level: 1,
  text,
  start: codePoints(start),
  end: codePoints(start + codePointLength(text)),
});

const words = { revisionId: "01900000-0000-7000-8000-00000000000b", exact: "あ", prefix: "", suffix: "" };

const claim = (number: number, start: number, end: number): NumberedClaim => ({
  number,
  anchor: { ...words, blockId: "b1", start: codePoints(start), end: codePoints(end), state: "exact" },
});

const unplaced: NumberedClaim = {
  number: 1,
  anchor: { ...words, blockId: null, start: null, end: null, state: "needs_placing" },
};

const shown = (text: string, claims: NumberedClaim[], start = 0) =>
  segmentsOf(block(text, start), claims).map(({ text, claims, ends }) => [text, claims, ends]);

describe("segmentsOf", () => {
  it("leaves a block without claims whole", () => {
    expect(shown("あいう", [])).toEqual([["あいう", [], []]]);
  });
  it("cuts at a claim's edges, counting code points", () => {
    expect(shown("𠮷野家😀は", [claim(1, 11, 14)], 10)).toEqual([
      ["𠮷", [], []],
      ["野家😀", [1], [1]],
      ["は", [], []],
    ]);
  });
  it("shows a nested claim and the one around it", () => {
    expect(shown("abcdef", [claim(1, 0, 6), claim(2, 2, 4)])).toEqual([
      ["ab", [1], []],
      ["cd", [1, 2], [2]],
      ["ef", [1], [1]],
    ]);
  });
  it("shows overlapping claims and two that end together", () => {
    expect(shown("abcdef", [claim(3, 1, 5), claim(1, 0, 3), claim(2, 2, 5)])).toEqual([
      ["a", [1], []],
      ["b", [1, 3], []],
      ["c", [1, 2, 3], [1]],
      ["de", [2, 3], [2, 3]],
      ["f", [], []],
    ]);
  });
  it("leaves out claims that need placing or stand in another block", () => {
    const away = [unplaced, claim(2, 4, 6)];
    expect(shown("abc", away)).toEqual([["abc", [], []]]);
  });
  it("never loses a character and ends every claim once", () => {
    const ranges = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 6 });
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), ranges, (text, pairs) => {
        const length = codePointLength(text);
        const claims = pairs.flatMap(([start, size], index) =>
          start + size <= length ? [claim(index + 1, start, start + size)] : [],
        );
        const segments = segmentsOf(block(text), claims);
        expect(segments.map((segment) => segment.text).join("")).toBe(text);
        expect(segments.flatMap((segment) => segment.ends).sort()).toEqual(
          claims.map(({ number }) => number).sort(),
        );
      }),
    );
  });
});

describe("what the source says of the words", () => {
  const marked: Block = {
    ...block("東京都の橋", 10),
    details: {
      marks: [
        { type: "link", start: 0, end: 5, href: "https://a.example/" },
        { type: "ruby", start: 0, end: 2, reading: "とうきょう" },
      ],
    },
  };
  const over = claim(1, 11, 13);

  it("cuts the text where marks and claims begin and end", () => {
    const segments = segmentsOf(marked, [over]);
    expect(segments.map(({ text, link, ruby, claims }) => [text, link, ruby?.reading, claims])).toEqual([
      ["東", "https://a.example/", "とうきょう", []],
      ["京", "https://a.example/", "とうきょう", [1]],
      ["都", "https://a.example/", undefined, [1]],
      ["の橋", "https://a.example/", undefined, []],
    ]);
  });

  it("prints one reading once, though a claim begins inside its words", () => {
    const groups = groupedByRuby(segmentsOf(marked, [over]));
    expect(
      groups.map(({ reading, segments }) => [reading, segments.map(({ text }) => text).join("")]),
    ).toEqual([
      ["とうきょう", "東京"],
      [null, "都"],
      [null, "の橋"],
    ]);
  });
});
