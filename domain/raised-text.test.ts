import fc from "fast-check";
import { expect, it } from "vitest";
import { type Script, withPlainDigits, written } from "./raised-text.ts";

const whole = (text: string, script: Script, next = "") => {
  const { before, text: inside, after } = written(text, script, next);
  return before + inside + after;
};

it.each<[string, Script, string, string]>([
  ["6", "raised", "ベクレル", "⁶"],
  ["-5", "raised", "m", "⁻⁵"],
  ["−5", "raised", "m", "⁻⁵"],
  ["２", "raised", "", "²"],
  ["2", "lowered", "は", "₂"],
  ["n", "raised", "", "ⁿ"],
  ["n+1", "raised", "", "ⁿ⁺¹"],
  ["※1", "raised", "は", "※¹"],
  ["1,2", "raised", "", "¹,²"],
  ["[1]", "raised", "2", "[1]"],
  ["（注）", "raised", "は", "（注）"],
  ["er", "raised", " ", "^er"],
  ["er", "raised", "2", "^(er)"],
  ["st", "raised", "。", "^st"],
  ["注1", "raised", "は", "^(注1)"],
  ["max", "lowered", " ", "_max"],
  ["max ", "lowered", "2", "_max "],
  ["max", "lowered", "2", "_(max)"],
  ["⁶", "raised", "", "⁶"],
  [" ", "raised", "1", " "],
])("%j %s before %j is written %j", (text, script, next, expected) => {
  expect(whole(text, script, next)).toBe(expected);
});

it("keeps one code point for each, and no digit of it is a plain one unless a sign stands before", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(..."0123456789９+-abné注※ 🙂[]") }),
      fc.constantFrom<Script>("raised", "lowered"),
      fc.constantFrom("", "1", "あ", " ", "。"),
      (text, script, next) => {
        const found = written(text, script, next);
        expect([...found.text]).toHaveLength([...text].length);
        const isDelimited = found.before !== "" || /^\s*[[(].*[\])]\s*$/s.test(text);
        if (!isDelimited) expect(found.text).not.toMatch(/\d/u);
        // A space at its end keeps it apart by itself.
        const runsOn = /^[\p{L}\p{N}]/u.test(next) && !text.endsWith(" ");
        if (found.before !== "" && runsOn) expect(found.after).toBe(")");
      },
    ),
  );
});

it("reads raised and lowered digits as plain ones", () => {
  expect(withPlainDigits("10⁶、CO₂、3⁻⁵")).toBe("106、CO2、3-5");
});
