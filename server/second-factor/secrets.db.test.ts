import { afterEach, describe, expect, it, test, vi } from "vitest";
import { newChallenge, spendChallenge } from "./challenges.ts";
import { openSecret, sealSecret } from "./sealed-secret.ts";
import { newTotpSecret, totpStep } from "./totp.ts";

afterEach(() => vi.useRealTimers());

/** RFC 6238, appendix B, of which apps show the last six digits. */
test.each<[number, string]>([
  [59, "287082"],
  [1_111_111_109, "081804"],
  [1_111_111_111, "050471"],
  [1_234_567_890, "005924"],
  [2_000_000_000, "279037"],
  [20_000_000_000, "353130"],
])("the code of second %i is the standard's", (second, digits) => {
  const secret = Uint8Array.from(Buffer.from("12345678901234567890"));
  expect(totpStep(secret, digits, new Date(second * 1000))).toBe(Math.floor(second / 30));
});

describe("a sealed secret", () => {
  it("is opened for its member, and is another one each time", () => {
    const secret = newTotpSecret();
    const [one, two] = [sealSecret(secret, "a"), sealSecret(secret, "a")];
    expect(openSecret(one, "a")).toEqual(secret);
    expect(two).not.toEqual(one);
  });

  it("is opened for no other member, and not when a bit was changed", () => {
    const sealed = sealSecret(newTotpSecret(), "a");
    expect(openSecret(sealed, "b")).toBeNull();
    for (const at of [0, 12, sealed.length - 1]) {
      const bent = Uint8Array.from(sealed);
      bent[at] = (bent[at] ?? 0) ^ 1;
      expect(openSecret(bent, "a")).toBeNull();
    }
  });
});

describe("a challenge", () => {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

  it("is spent once, by whomever comes first", async () => {
    const challenge = text(newChallenge("prove", "a"));
    const both = await Promise.all([1, 2, 3].map(() => spendChallenge(challenge, "prove", "a")));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await spendChallenge(`${challenge}=`, "prove", "a")).toBe(false);
  });

  it.each<[string, (challenge: string) => Promise<boolean>]>([
    ["for another purpose", (challenge) => spendChallenge(challenge, "register", "a")],
    ["for another member", (challenge) => spendChallenge(challenge, "prove", "b")],
    ["for nobody", (challenge) => spendChallenge(challenge, "prove", null)],
    ["cut short", (challenge) => spendChallenge(challenge.slice(0, 20), "prove", "a")],
    ["that is none", () => spendChallenge("", "prove", "a")],
    [
      "after five minutes",
      (challenge) => {
        vi.useFakeTimers({ now: Date.now() + 5 * 60_000, toFake: ["Date"] });
        return spendChallenge(challenge, "prove", "a");
      },
    ],
  ])("is none %s", async (_case, spend) => {
    expect(await spend(text(newChallenge("prove", "a")))).toBe(false);
  });
});
