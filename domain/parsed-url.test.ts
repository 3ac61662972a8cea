import { expect, it } from "vitest";
import { parsedUrl } from "./parsed-url.ts";

it.each<[string, string | null, string | null]>([
  ["https://例え.example/a b", null, "https://xn--r8jz45g.example/a%20b"],
  ["b", "https://example.jp/a/", "https://example.jp/a/b"],
  ["b", null, null],
  ["https://", null, null],
])("reads %s on %s", (address, base, href) => {
  expect(parsedUrl(address, base)?.href ?? null).toBe(href);
});

it("goes on knowing hosts with Latin-1 letters, however often it is asked", () => {
  const answers = Array.from({ length: 20_000 }, () => parsedUrl("https://münchen.example/"));
  expect(answers.every((url) => url !== null)).toBe(true);
});
