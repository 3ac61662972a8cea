import { expect, it } from "vitest";
import { accessTokenFrom, carriesBearer, newAccessToken } from "./access-token.ts";

const token = `ura_${"aB3-_".repeat(8)}xyz`;

it("makes tokens of the shape it reads, each another", () => {
  const made = newAccessToken();
  expect(made).toMatch(/^ura_[A-Za-z0-9_-]{43}$/);
  expect(accessTokenFrom(`Bearer ${made}`)).toBe(made);
  expect(newAccessToken()).not.toBe(made);
});

it.each([
  ["as written", `Bearer ${token}`, token],
  ["in any case", `bearer ${token}`, token],
  ["with more space", `  Bearer   ${token} `, token],
  ["another scheme", `Basic ${token}`, null],
  ["without a scheme", token, null],
  ["without a token", "Bearer", null],
  ["a token of somebody else's", "Bearer ghp_0123456789", null],
  ["too short", `Bearer ${token.slice(0, -1)}`, null],
  ["too long", `Bearer ${token}a`, null],
])("reads a header %s", (_name, header, expected) => {
  expect(accessTokenFrom(header)).toBe(expected);
});

it.each([
  [`Bearer ${token}`, true],
  ["Bearer nonsense", true],
  ["Basic abc", false],
  ["", false],
])("says of %j whether it is judged by its token", (authorization, expected) => {
  expect(carriesBearer(new Headers({ authorization }))).toBe(expected);
});
