import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { codePointLength, codePoints, sliceCodePoints, toCodePoints, toUtf16, utf16Units } from "./offset.ts";

const anyText = fc.string({ unit: "binary" });

describe("code points and UTF-16 units", () => {
  it.each([
    ["empty", "", 0],
    ["ascii", "abc", 3],
    ["kana", "かな", 2],
    ["a character outside the BMP", "𠮷野家", 3],
    ["an emoji family is seven code points", "👨‍👩‍👧‍👦", 7],
    ["a lone surrogate counts as one", "a\ud800b", 3],
  ])("counts %s", (_, text, length) => {
    expect(codePointLength(text)).toBe(length);
  });

  it("agrees with the language's own iteration on any text", () => {
    fc.assert(fc.property(anyText, (text) => codePointLength(text) === [...text].length));
  });

  it("converts there and back at every code point boundary", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, seed) => {
        const offset = codePoints(seed % (codePointLength(text) + 1));
        return toCodePoints(text, toUtf16(text, offset)) === offset;
      }),
    );
  });

  it("answers a pair's own start for an offset inside it", () => {
    expect(toCodePoints("a𠮷b", utf16Units(2))).toBe(1);
    expect(toCodePoints("a𠮷b", utf16Units(3))).toBe(2);
  });

  it("answers the end for an offset past it", () => {
    expect(toUtf16("𠮷", codePoints(9))).toBe(2);
    expect(toCodePoints("𠮷", utf16Units(9))).toBe(1);
  });

  it("slices as an array of code points does", () => {
    fc.assert(
      fc.property(anyText, fc.nat(30), fc.nat(30), (text, start, length) => {
        const expected = [...text].slice(start, start + length).join("");
        return sliceCodePoints(text, codePoints(start), codePoints(start + length)) === expected;
      }),
    );
  });
});
