import { expect, test } from "vitest";
import { chooseLocale } from "./locale.ts";

test.each([
  ["the member's choice wins", "en", "ja", "en"],
  ["an unknown choice counts as none", "fr", "en", "en"],
  ["the first wish", undefined, "en-GB,en;q=0.9,ja;q=0.8", "en"],
  ["the heavier wish, whatever its place", undefined, "en;q=0.3, ja-JP;q=0.7", "ja"],
  ["a wish of weight 0 is a refusal", undefined, "en;q=0, de", "ja"],
  ["languages we can't speak are passed over", undefined, "fr-FR, de;q=0.9, en;q=0.1", "en"],
  ["a broken weight counts as none", undefined, "en;q=abc", "ja"],
  ["a language in capitals", undefined, "EN-us", "en"],
  ["any language", undefined, "*", "ja"],
  ["nothing at all", undefined, null, "ja"],
] as const)("%s", (_name, cookie, accept, expected) => {
  expect(chooseLocale(cookie, accept)).toBe(expected);
});
