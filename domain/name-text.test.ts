import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nameText, withoutHidden } from "./name-text.ts";

const name = nameText({ min: 1, max: 20 });
const optional = nameText({ max: 20 });

/** Unicode's Bidi_Control, all of it. */
const TURNING = [
  0x061c, 0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
];

/** Nothing of these is drawn. */
const UNSEEN = {
  "zero-width space": "\u200b",
  "zero-width joiners": "\u200c\u200d",
  "word joiner": "\u2060",
  "soft hyphen": "\u00ad",
  "byte order mark inside": "\u200b\ufeff\u200b",
  "Hangul filler": "\u3164",
  "half-width Hangul filler": "\uffa0",
  "blank of Braille": "\u2800",
  "Mongolian vowel separator": "\u180e",
  "variation selector": "\ufe0f",
  tags: "\u{e0041}\u{e007f}",
  controls: "\u0001\u0085",
  "invisible times": "\u2062",
};

describe("a name", () => {
  it.each(["佐藤 葵", "O’Brien-Ōta", "👩‍👩‍👧", "נועה", "ملف", "क्‍ष", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "a", "𠮷"])("may be %s", (text) => {
    expect(name.parse(` ${text} `)).toBe(text);
  });

  it.each(TURNING)("may not turn the direction of text (U+%i)", (point) => {
    const found = name.safeParse(`ab${String.fromCodePoint(point)}cd`);
    expect(found.error?.issues).toMatchObject([{ code: "custom", params: { why: "name_direction" } }]);
  });

  it.each(Object.entries(UNSEEN))("may not be of invisible characters alone: %s", (_what, text) => {
    for (const schema of [name, optional])
      expect(schema.safeParse(text).error?.issues).toMatchObject([{ params: { why: "name_invisible" } }]);
    expect(name.parse(`${text}字`)).toBe(`${text}字`.trim());
  });

  it("may be empty only where it says so", () => {
    for (const nothing of ["", "  ", "\u3000\n"]) {
      expect(optional.parse(nothing)).toBe("");
      expect(name.safeParse(nothing).success).toBe(false);
    }
    expect([name.maxLength, optional.maxLength]).toEqual([20, 20]);
  });
});

describe("a name that somebody else wrote", () => {
  it("loses what turns its direction, and is told of", () => {
    expect(withoutHidden("請求書\u202efdp.exe\u202c ")).toEqual({
      name: "請求書fdp.exe",
      dropped: ["U+202E", "U+202C"],
    });
    expect(withoutHidden("\u200b\u2066")).toEqual({ name: "", dropped: ["U+2066"] });
    expect(withoutHidden("\u200b字")).toEqual({ name: "\u200b字", dropped: [] });
  });

  it("is one of ours afterwards, whatever it was", () => {
    const hidden = fc.constantFrom(
      ...TURNING.map((point) => String.fromCodePoint(point)),
      ...Object.values(UNSEEN),
    );
    const text = fc.array(fc.oneof(hidden, fc.string({ unit: "grapheme" })), { maxLength: 5 });
    const any = nameText({ max: 10_000 });
    fc.assert(
      fc.property(text, (parts) => {
        const cleaned = withoutHidden(parts.join("")).name;
        expect(any.parse(cleaned)).toBe(cleaned);
        expect(withoutHidden(cleaned)).toEqual({ name: cleaned, dropped: [] });
      }),
    );
  });
});
