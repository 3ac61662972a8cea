import { expect, it } from "vitest";
import { acceptedLocale } from "./accept-language.ts";

it.each([
  [null, "ja"],
  ["", "ja"],
  ["*", "ja"],
  ["en", "en"],
  ["EN-us", "en"],
  ["ja-JP, en;q=0.9", "ja"],
  ["fr-FR, fr;q=0.9, en;q=0.5", "en"],
  ["ja;q=0.4, en;q=0.8", "en"],
  ["en;q=0, ja;q=0.1", "ja"],
  ["en;q=nonsense", "en"],
  ["zh-CN", "ja"],
])("%j asks for %s", (header, locale) => {
  expect(acceptedLocale(header)).toBe(locale);
});
