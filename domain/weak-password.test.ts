import fc from "fast-check";
import { expect, test } from "vitest";
import { weaknessOf } from "./weak-password.ts";

const LISTED = new Set(["password", "password123", "qwertyuiop", "dragon", "letmein", "iloveyou"]);
const own = ["佐藤 葵", "aoi.sato@shinbun.example", "uratori", "裏取り"];
const judge = (password: string) => weaknessOf(password, { isCommon: (word) => LISTED.has(word), own });

test.each([
  ["listed as it is", "password123"],
  ["in another case", "QwertyUIOP"],
  ["in full width", "ｐａｓｓｗｏｒｄ１２３"],
  ["with a year and a sign after it", "Password2026!"],
  ["with signs before and after it", "!!dragon99"],
  ["with signs for letters", "P@$$w0rd!!"],
  ["twice", "passwordpassword"],
  ["with digits, twice", "dragon1dragon1"],
  ["one character", "aaaaaaaaaaaa"],
  ["three different characters", "ababababac"],
  ["a run upwards", "abcdefghij"],
  ["a run downwards", "9876543210"],
])("everybody guesses one %s", (_name, password) => {
  expect(judge(password)).toBe("common");
});

test.each([
  ["the product's name and a year", "Uratori2026"],
  ["the product's Japanese name", "裏取り裏取り2026"],
  ["the address", "aoi.sato@shinbun.example"],
  ["parts of the address and a year", "sato-shinbun-26"],
  ["the person's own name, twice", "佐藤佐藤佐藤葵2026"],
  ["what the demo desk's members have", "uratori-demo"],
])("who knows the person guesses one of %s", (_name, password) => {
  expect(judge(password)).toBe("personal");
});

test.each([
  ["words that are no password together", "correct horse battery"],
  ["a listed word in a sentence", "my dragon eats letters"],
  ["a listed word with much around it", "dragon-7-karasu-41"],
  ["a sentence of Japanese", "猫は窓辺で三度寝た"],
  ["the product's name in a sentence", "uratori で毎朝三時間"],
  ["what a password manager makes", "vK3#tq9Lz!m2"],
])("nobody guesses %s", (_name, password) => {
  expect(judge(password)).toBeNull();
});

test("whatever stands around a listed word within six characters, it stays weak", () => {
  const around = fc.string({ unit: fc.constantFrom(..."0123456789!#-_. "), maxLength: 3 });
  fc.assert(
    fc.property(around, around, fc.constantFrom(...LISTED), (before, after, word) => {
      expect(judge(before + word + after)).toBe("common");
    }),
  );
});

test("any text can be judged, and a random one of 20 is good", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void judge(text)));
  const letters = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789");
  fc.assert(
    fc.property(fc.uniqueArray(letters, { minLength: 20, maxLength: 20 }), (characters) => {
      const text = characters.join("");
      fc.pre(![...LISTED].some((word) => text.includes(word)));
      expect(judge(text)).toBeNull();
    }),
  );
});
