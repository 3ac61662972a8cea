import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { assertAskedFromHere, assertSameOrigin } from "./same-origin.ts";

beforeAll(() => {
  vi.stubEnv("URATORI_URL", "https://desk.example.jp");
  vi.stubEnv("URATORI_SECRET", "kP0sZ8vQ4hT2nX6bL1dR9wM3cF7gJ5yA");
  vi.stubEnv("DATABASE_URL", "postgresql://nobody@localhost/none");
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const check = (method: string, headers: Record<string, string>) => () =>
  assertSameOrigin(new Request("http://inside:3000/api/v1/articles", { method, headers }));

const foreign = { origin: "https://evil.example", host: "desk.example.jp" };

it.each([
  ["a read from anywhere", "GET", foreign],
  ["a write from the public address", "POST", { origin: "https://desk.example.jp", host: "inside:3000" }],
  [
    "a write from the address it was sent to",
    "POST",
    { origin: "http://127.0.0.1:3191", host: "127.0.0.1:3191" },
  ],
  [
    "the same behind a proxy",
    "PUT",
    { origin: "https://t.example", host: "inside", "x-forwarded-host": "t.example" },
  ],
  [
    "a write that only names its page",
    "POST",
    { referer: "https://desk.example.jp/articles", host: "inside" },
  ],
  ["a write by a script without a browser", "DELETE", { host: "inside:3000" }],
  ["a write with a personal token", "POST", { ...foreign, authorization: "Bearer ura_x" }],
  ["a write the browser vouches for", "PATCH", { "sec-fetch-site": "same-origin", host: "inside" }],
])("lets %s pass", (_name, method, headers) => {
  expect(check(method, headers)).not.toThrow();
});

it.each([
  ["from another site", "POST", foreign],
  ["from another port", "POST", { origin: "http://127.0.0.1:9999", host: "127.0.0.1:3191" }],
  ["from a neighbouring host", "DELETE", { origin: "https://x.desk.example.jp", host: "desk.example.jp" }],
  ["from a frame without an origin", "POST", { origin: "null", host: "desk.example.jp" }],
  ["whose page is another site's", "PUT", { referer: "https://evil.example/", host: "desk.example.jp" }],
  ["the browser calls cross-site", "PATCH", { "sec-fetch-site": "cross-site", host: "desk.example.jp" }],
  ["with another scheme of authorization", "POST", { ...foreign, authorization: "Basic eDp5" }],
])("refuses a write %s", (_name, method, headers) => {
  expect(check(method, headers)).toThrow(expect.objectContaining({ code: "ORIGIN_REFUSED" }));
});

const read = (headers: Record<string, string>) => () =>
  assertAskedFromHere(new Request("http://inside:3000/api/v1/articles/1/report", { headers }));

it.each<[string, Record<string, string>]>([
  ["by a page of ours", { "sec-fetch-site": "same-origin", referer: "https://desk.example.jp/" }],
  ["by a page of ours that does not say so", { "sec-fetch-site": "same-origin" }],
  ["by a person who typed the address", { "sec-fetch-site": "none" }],
  ["by a script without a browser", { host: "inside:3000" }],
  ["with a personal token", { "sec-fetch-site": "cross-site", authorization: "Bearer ura_x" }],
  ["by an old browser from a page of ours", { referer: "https://desk.example.jp/articles" }],
])("lets a read that is written down pass when it is asked for %s", (_name, headers) => {
  expect(read(headers)).not.toThrow();
});

it.each<[string, Record<string, string>]>([
  ["a link on another site", { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" }],
  ["a neighbouring host", { "sec-fetch-site": "same-site" }],
  [
    "a page of ours, led through another site",
    { "sec-fetch-site": "cross-site", referer: "https://desk.example.jp/articles" },
  ],
  ["another site in an old browser", { referer: "https://evil.example/" }],
  ["another site's script", { origin: "https://evil.example" }],
  ["a sandboxed frame", { origin: "null" }],
])("refuses a read that is written down when it is asked for by %s", (_name, headers) => {
  expect(read({ host: "desk.example.jp", ...headers })).toThrow(
    expect.objectContaining({ code: "ORIGIN_REFUSED" }),
  );
});
