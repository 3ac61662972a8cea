import { expect, it } from "vitest";
import { isReadableAddress, originForm } from "./asked-address.ts";

it.each(["/", "/articles/%E5%8C%97?q=%", "/api/v1/claims/%25", "/x?%00", "/a%2Fb", "//twice"])(
  "%s can be read",
  (url) => {
    expect(isReadableAddress(url)).toBe(true);
  },
);

it.each([
  "",
  "*",
  "nothing",
  "/%",
  "/a/%zz?x=1",
  "/%E5%8C",
  "/%ff",
  "/%00",
  "/a%00b",
  "/%ED%A0%80",
  "/%c0%80",
])("%s can't be read", (url) => {
  expect(isReadableAddress(url)).toBe(false);
});

it.each([
  ["http://desk.example.jp/articles?q=1", "/articles?q=1"],
  ["HTTPS://desk.example.jp:8443", "/"],
  ["http://desk.example.jp?q=1", "/?q=1"],
  ["/articles?next=http://x/", "/articles?next=http://x/"],
  ["ftp://desk.example.jp/", "ftp://desk.example.jp/"],
  ["*", "*"],
])("%s is %s in origin form", (url, expected) => {
  expect(originForm(url)).toBe(expected);
});
