import { expect, test } from "vitest";
import { recoveryCodeLetters, totpDigits } from "./second-factor.ts";

test.each<[string, string, string | null]>([
  ["digits", "123456", "123456"],
  ["a space between", " 123 456 ", "123456"],
  ["full-width digits", "１２３　４５６", "123456"],
  ["too few", "12345", null],
  ["too many", "1234567", null],
  ["a letter", "12345a", null],
  ["other digits than ten", "१२३४५६", null],
])("a code of an authenticator app: %s", (_name, typed, read) => {
  expect(totpDigits(typed)).toBe(read);
});

test.each<[string, string, string | null]>([
  ["as it is printed", "7K3M-9QXZ-0T4V-WB8H", "7K3M9QXZ0T4VWB8H"],
  ["small letters and spaces", "7k3m 9qxz 0t4v wb8h", "7K3M9QXZ0T4VWB8H"],
  ["letters mistaken for digits", "7k3m-9qxz-ot4v-wbil", "7K3M9QXZ0T4VWB11"],
  ["full-width, with a Japanese dash", "７Ｋ３Ｍー９ＱＸＺー０Ｔ４Ｖ−ＷＢ８Ｈ", "7K3M9QXZ0T4VWB8H"],
  ["a letter that no code has", "7K3M-9QXZ-0T4V-WB8U", null],
  ["too short", "7K3M-9QXZ-0T4V", null],
])("a recovery code: %s", (_name, typed, read) => {
  expect(recoveryCodeLetters(typed)).toBe(read);
});
