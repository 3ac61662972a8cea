import { beforeEach, describe, expect, it, vi } from "vitest";
import { db } from "#server/db.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { Browser, codeOf, HALF_MINUTE, setUpTotp, showCode } from "#server/test/factor-browser.ts";
import { makeMember } from "#server/test/member.ts";

beforeEach(async () => {
  vi.useRealTimers();
  await emptyDatabase();
});

const eventKinds = async () =>
  (await db().event.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);

describe("an authenticator app", () => {
  it("is set up by a secret that is kept sealed, and recovery codes are told once", async () => {
    const member = await makeMember("editor");
    const browser = await Browser.of(member);
    const { secret, codes } = await setUpTotp(browser);
    expect(codes).toHaveLength(10);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/);
    const stored = JSON.stringify([await db().totpFactor.findMany(), await db().recoveryCode.findMany()]);
    expect(stored).not.toContain(secret);
    for (const code of codes) expect(stored).not.toContain(code.replaceAll("-", ""));
    expect((await browser.send("GET", "/second-factor")).json).toMatchObject({
      required: false,
      available: true,
      totp: { lastUsedAt: expect.any(String) },
      recoveryCodes: { left: 10 },
    });
    expect(await eventKinds()).toEqual(["member.factor_added"]);
  });

  it("names desk and person to the app", async () => {
    const member = await makeMember("editor");
    const { uri } = (await (await Browser.of(member)).send("POST", "/second-factor/totp")).json;
    expect(uri).toMatch(/^otpauth:\/\/totp\/Uratori%20localhost:member-\d+%40uratori\.example\?/);
  });

  it("is no factor before its first code was right, and the one from before stays good", async () => {
    const member = await makeMember("editor");
    const browser = await Browser.of(member);
    const { secret } = await setUpTotp(browser);
    const again = (await browser.send("POST", "/second-factor/totp")).json.secret ?? "";
    const wrong = await browser.send("POST", "/second-factor/totp/confirm", { code: codeOf(secret) });
    expect(wrong.json.code).toBe("SECOND_FACTOR_WRONG");
    vi.useFakeTimers({ now: Date.now() + HALF_MINUTE, toFake: ["Date"] });
    expect((await showCode(await Browser.of(member), codeOf(secret))).status).toBe(204);
    const right = await browser.send("POST", "/second-factor/totp/confirm", { code: codeOf(again) });
    expect(right).toMatchObject({ status: 200, json: { recoveryCodes: null } });
    vi.advanceTimersByTime(HALF_MINUTE);
    const later = await Browser.of(member);
    expect((await showCode(later, codeOf(secret))).json.code).toBe("SECOND_FACTOR_WRONG");
    expect((await showCode(later, codeOf(again))).status).toBe(204);
  });

  it("gives codes that are taken once, and none that are older than the last", async () => {
    const member = await makeMember("editor");
    const { secret } = await setUpTotp(await Browser.of(member));
    vi.useFakeTimers({ now: Date.now() + 2 * HALF_MINUTE, toFake: ["Date"] });
    const [one, two, three] = [await Browser.of(member), await Browser.of(member), await Browser.of(member)];
    const code = codeOf(secret);
    const both = await Promise.all([showCode(one, code), showCode(two, code)]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect((await showCode(three, codeOf(secret, -HALF_MINUTE))).json.code).toBe("SECOND_FACTOR_WRONG");
    expect((await showCode(three, codeOf(secret, HALF_MINUTE))).status).toBe(204);
  });

  it.each<[string, number, number]>([
    ["a code of half a minute ago", -HALF_MINUTE, 204],
    ["a code of in half a minute", HALF_MINUTE, 204],
    ["a code of a minute ago", -2 * HALF_MINUTE, 422],
    ["a code of in a minute", 2 * HALF_MINUTE, 422],
  ])("is given for clocks that differ a little: %s", async (_case, later, status) => {
    const member = await makeMember("editor");
    const { secret } = await setUpTotp(await Browser.of(member));
    vi.useFakeTimers({ now: Date.now() + 10 * HALF_MINUTE, toFake: ["Date"] });
    expect((await showCode(await Browser.of(member), codeOf(secret, later))).status).toBe(status);
  });

  it("whose codes are guessed makes the guesser wait, in all browsers at once, and the right code too", async () => {
    const member = await makeMember("editor");
    const { secret, codes } = await setUpTotp(await Browser.of(member));
    vi.useFakeTimers({ now: Date.now() + HALF_MINUTE, toFake: ["Date"] });
    const browsers = [await Browser.of(member), await Browser.of(member)];
    const answers = [];
    for (let tries = 0; tries < 8; tries += 1) {
      const [browser = browsers[0]] = [browsers[tries % 2]];
      if (browser)
        answers.push((await showCode(browser, "000000", tries % 3 ? "totp" : "recoveryCode")).json.code);
    }
    expect(answers.filter((code) => code === "SECOND_FACTOR_WRONG")).toHaveLength(5);
    expect(answers.slice(5)).toEqual(Array(3).fill("TOO_MANY_REQUESTS"));
    const [first] = browsers;
    if (!first) throw new Error("two browsers were made");
    expect((await showCode(first, codeOf(secret))).json.code).toBe("TOO_MANY_REQUESTS");
    expect((await showCode(first, codes[0] ?? "", "recoveryCode")).json.code).toBe("TOO_MANY_REQUESTS");
  });
});

describe("a recovery code", () => {
  it("stands in for the second factor, once, however it is typed", async () => {
    const member = await makeMember("editor");
    const { codes } = await setUpTotp(await Browser.of(member));
    const code = codes[3] ?? "";
    const [one, two, three] = [await Browser.of(member), await Browser.of(member), await Browser.of(member)];
    const typed = code.toLowerCase().replaceAll("-", " ");
    const both = await Promise.all([
      showCode(one, typed, "recoveryCode"),
      showCode(two, code, "recoveryCode"),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 422]);
    expect((await showCode(three, code, "recoveryCode")).status).toBe(422);
    expect(await db().recoveryCode.count({ where: { memberId: member.id, usedAt: null } })).toBe(9);
    expect(await eventKinds()).toContain("member.recovery_code_used");
  });

  it("is good no more when there are new ones, and nobody else's", async () => {
    const member = await makeMember("editor");
    const browser = await Browser.of(member);
    const { codes } = await setUpTotp(browser);
    const { codes: theirs } = await setUpTotp(await Browser.of(await makeMember("editor")));
    const renewed = (await browser.send("POST", "/second-factor/recovery-codes")).json.recoveryCodes ?? [];
    expect(renewed).toHaveLength(10);
    const later = await Browser.of(member);
    for (const code of [codes[0], theirs[0]])
      expect((await showCode(later, code ?? "", "recoveryCode")).status).toBe(422);
    expect((await showCode(later, renewed[0] ?? "", "recoveryCode")).status).toBe(204);
  });

  it("is for nobody who has no second factor", async () => {
    const browser = await Browser.of(await makeMember("editor"));
    expect((await browser.send("POST", "/second-factor/recovery-codes")).status).toBe(404);
  });
});
