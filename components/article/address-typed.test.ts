import { expect, it } from "vitest";
import { addressTyped, bareAddress } from "./address-typed.ts";

it.each([
  ["https://example.jp/a", "https://example.jp/a"],
  ["  http://example.jp ", "http://example.jp"],
  ["example.jp", "https://example.jp"],
  ["www.example.co.jp/news?id=1", "https://www.example.co.jp/news?id=1"],
  ["", null],
  ["example", null],
  ["市は費用を公表していない。", null],
  ["ftp://example.jp/", null],
  ["javascript:alert(1)", null],
])("«%s» means %s", (typed, meant) => {
  expect(addressTyped(typed)).toBe(meant);
});

it.each([
  ["https://example.jp/a\n", "https://example.jp/a"],
  ["https://example.jp/a 市は", null],
  ["見よ https://example.jp/a", null],
  ["example.jp", null],
])("«%s» is the bare address %s", (text, address) => {
  expect(bareAddress(text)).toBe(address);
});
