import { isContractProcedure } from "@orpc/contract";
import { describe, expect, it } from "vitest";
import { API_PREFIX, api } from "#contract/api.ts";
import { bodyLimits } from "./body-limit.ts";
import { isOpenCall } from "./routes.ts";

const MB = 1024 * 1024;
const ID = "0197a000-0000-7000-8000-000000000000";

describe("bodyLimits", () => {
  it.each([
    ["a name", "PATCH", "/profile", MB, 20_000, "BODY_TOO_LARGE"],
    ["a rationale", "PUT", `/claims/${ID}/verdict`, MB, 20_000, "BODY_TOO_LARGE"],
    ["an article", "POST", "/articles", 10 * MB, 80_000, "ARTICLE_TOO_LARGE"],
    ["a preview", "POST", "/article-previews", 10 * MB, 80_000, "ARTICLE_TOO_LARGE"],
    ["a new version", "PUT", `/articles/${ID}/revision-draft`, 10 * MB, 80_000, "ARTICLE_TOO_LARGE"],
    [
      "a decision on it",
      "PUT",
      `/articles/${ID}/revision-draft/${ID}/decisions/${ID}`,
      MB,
      20_000,
      "BODY_TOO_LARGE",
    ],
    ["a scan", "POST", "/readings", 10 * MB, 20_000, "ARTICLE_TOO_LARGE"],
    ["annotations", "POST", `/articles/${ID}/annotations`, 10 * MB, 20_000, "ANNOTATIONS_TOO_LARGE"],
    [
      "their preview",
      "POST",
      `/articles/${ID}/annotation-previews`,
      10 * MB,
      20_000,
      "ANNOTATIONS_TOO_LARGE",
    ],
    ["a stranger's set-up", "POST", "/setup", 10_000, 20_000, "BODY_TOO_LARGE"],
    ["a stranger's invitation", "POST", "/invitations/accept", 10_000, 20_000, "BODY_TOO_LARGE"],
  ])("of %s", (_name, method, path, bytes, values, code) => {
    const limits = bodyLimits(method, API_PREFIX + path);
    expect([limits.bytes, limits.shape]).toEqual([bytes, { values, depth: 200, keys: 200 }]);
    expect(limits.tooLarge(bytes + 1)).toMatchObject({ code, data: { bytes: bytes + 1 } });
  });

  it("lets a stranger bring no more than a form, whatever call comes to be open", () => {
    const calls = Object.values(api).flatMap((noun) => Object.values(noun));
    const open = calls.flatMap((call) => {
      if (!isContractProcedure(call)) return [];
      const { method = "POST", path = "" } = call["~orpc"].route;
      const address = API_PREFIX + path.replace(/\{\w+\}/g, ID);
      return isOpenCall(method, address) ? [bodyLimits(method, address).bytes] : [];
    });
    expect(open.length).toBeGreaterThan(3);
    expect(new Set(open)).toEqual(new Set([10_000]));
  });
});
