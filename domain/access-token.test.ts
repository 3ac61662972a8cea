import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TOKEN_DAYS, tokenDraftSchema, tokenEnd, tokenExpiry } from "./access-token.ts";

const NOW = new Date("2026-11-30T09:00:00Z");
const days = fc.integer({ min: 1, max: TOKEN_DAYS.max });
const moment = fc.date({ min: NOW, max: new Date("2036-01-01T00:00:00Z"), noInvalidDate: true });

describe("what is said of a new token", () => {
  it("is little where little is said", () => {
    expect(tokenDraftSchema.parse({ name: " 書き出し " })).toEqual({
      name: "書き出し",
      scope: "read",
      days: TOKEN_DAYS.default,
    });
  });

  it.each([0, -1, 1.5, TOKEN_DAYS.max + 1, Number.POSITIVE_INFINITY])("is never %s days", (wrong) => {
    expect(tokenDraftSchema.safeParse({ name: "x", days: wrong }).success).toBe(false);
  });
});

describe("when a token ends", () => {
  it("is after its days, to the second", () => {
    expect(tokenExpiry(NOW, 1, null)).toEqual(new Date("2026-12-01T09:00:00Z"));
  });

  it("is never after the token that made it, however many make the next", () => {
    fc.assert(
      fc.property(moment, fc.array(days, { minLength: 1 }), (first, chain) => {
        const last = chain.reduce((end, each) => tokenExpiry(NOW, each, end), first);
        expect(last.getTime()).toBeLessThanOrEqual(first.getTime());
      }),
    );
  });
});

describe("why a token works no more", () => {
  const later = new Date(NOW.getTime() + 1);
  it.each([
    ["it still works", { expiresAt: later, endedAt: null }, null],
    ["its last moment has come", { expiresAt: NOW, endedAt: null }, "expired"],
    ["the password was changed", { expiresAt: later, endedAt: NOW }, "password_changed"],
    [
      "the password was changed before it would have ended",
      { expiresAt: NOW, endedAt: NOW },
      "password_changed",
    ],
  ] as const)("%s", (_name, life, end) => {
    expect(tokenEnd(life, NOW)).toBe(end);
  });
});
