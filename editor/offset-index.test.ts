import fc from "fast-check";
import { expect, test } from "vitest";
import { codePointLength, codePoints, toCodePoints, toUtf16, utf16Units } from "#domain/offset.ts";
import { OffsetIndex } from "./offset-index.ts";

const anyText = fc
  .array(fc.constantFrom("a", "東", "𠮷", "👩‍👩‍👧", "\ud800", "\udc00", "が"), { maxLength: 300 })
  .map((parts) => parts.join(""));

test("the index answers what walking the text answers", () => {
  fc.assert(
    fc.property(anyText, fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 20 }), (text, offsets) => {
      const index = new OffsetIndex(text);
      expect(index.length).toBe(codePointLength(text));
      for (const offset of offsets) {
        expect(index.toUtf16(codePoints(offset))).toBe(toUtf16(text, codePoints(offset)));
        expect(index.toCodePoints(utf16Units(offset))).toBe(toCodePoints(text, utf16Units(offset)));
      }
    }),
    { numRuns: 100 },
  );
});

test("the two conversions undo each other on every code point", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const index = new OffsetIndex(text);
      for (let at = 0; at <= index.length; at += 1) {
        expect(index.toCodePoints(index.toUtf16(codePoints(at)))).toBe(at);
      }
    }),
  );
});
