import { beforeEach, describe, expect, it } from "vitest";
import type { Member } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { Authenticator } from "#server/test/authenticator.ts";
import { callApi } from "#server/test/call-api.ts";
import { emptyDatabase } from "#server/test/database.ts";
import {
  Browser,
  origin,
  register,
  requireFactor,
  rpId,
  type Sent,
  show,
} from "#server/test/factor-browser.ts";
import { makeMember } from "#server/test/member.ts";

beforeEach(emptyDatabase);

describe("a passkey", () => {
  it("is registered with a name, is shown, and is known by its last use; several are", async () => {
    const member = await makeMember("editor");
    const browser = await Browser.of(member);
    const [laptop, key] = [
      new Authenticator({ origin }),
      new Authenticator({ origin, verifiesPerson: false }),
    ];
    const first = await register(browser, laptop, "ノートPC");
    expect(first).toMatchObject({ status: 201, json: { passkey: { name: "ノートPC", lastUsedAt: null } } });
    expect(first.json.recoveryCodes).toHaveLength(10);
    expect((await register(browser, key, "鍵")).json.recoveryCodes).toBeNull();
    for (const one of [laptop, key]) {
      const later = await Browser.of(member);
      expect(await later.stands()).toBe(false);
      expect((await show(later, one)).status).toBe(204);
      expect(await later.stands()).toBe(true);
    }
    expect((await browser.send("GET", "/second-factor")).json.passkeys).toMatchObject([
      { name: "ノートPC", lastUsedAt: expect.any(String) },
      { name: "鍵", lastUsedAt: expect.any(String) },
    ]);
  });

  it("is renamed and taken away, by its owner alone", async () => {
    const [mine, theirs] = [
      await Browser.of(await makeMember("editor")),
      await Browser.of(await makeMember("editor")),
    ];
    const { passkey } = (await register(mine, new Authenticator({ origin }))).json;
    const path = `/second-factor/passkeys/${passkey?.id}`;
    expect((await theirs.send("PATCH", path, { name: "x" })).status).toBe(404);
    expect((await theirs.send("DELETE", path)).status).toBe(404);
    expect((await mine.send("PATCH", path, { name: " 予備 " })).json).toMatchObject({ name: "予備" });
    expect((await mine.send("DELETE", path)).status).toBe(204);
    expect((await mine.send("GET", "/second-factor")).json).toMatchObject({
      passkeys: [],
      recoveryCodes: null,
    });
  });

  it("is registered once", async () => {
    const key = new Authenticator({ origin });
    const browser = await Browser.of(await makeMember("editor"));
    expect((await register(browser, key)).status).toBe(201);
    expect((await register(browser, key)).json.code).toBe("PASSKEY_EXISTS");
  });

  it.each<[string, (browser: Browser, key: Authenticator, other: Authenticator) => Promise<{ json: Sent }>]>([
    [
      "of another site",
      async (browser, key) => {
        const answer = await browser.send("POST", "/second-factor/show/options");
        const signed = key.get({ challenge: answer.json.challenge ?? "", rpId: "evil.example" });
        return browser.send("POST", "/second-factor/show", { kind: "passkey", answer: signed });
      },
    ],
    [
      "over another challenge",
      (browser, key) =>
        browser.send("POST", "/second-factor/show", {
          kind: "passkey",
          answer: key.get({ challenge: "AAAA", rpId }),
        }),
    ],
    ["of somebody else", (browser, _key, other) => show(browser, other)],
    [
      "whose signature was changed",
      (browser, key) =>
        show(browser, key, (answer) => {
          const bent = structuredClone(answer) as { response: { signature: string } };
          bent.response.signature = bent.response.signature.replace(/.{4}$/, "AAAA");
          return bent;
        }),
    ],
    [
      "that was copied",
      (browser, key) => {
        key.counter = 0;
        return show(browser, key);
      },
    ],
    [
      "that is none",
      (browser) =>
        browser.send("POST", "/second-factor/show", { kind: "passkey", answer: { id: "x", response: {} } }),
    ],
  ])("is refused: one %s", async (_case, attempt) => {
    const member = await makeMember("editor");
    const [key, other] = [new Authenticator({ origin }), new Authenticator({ origin })];
    await register(await Browser.of(member), key);
    await register(await Browser.of(await makeMember("editor")), other);
    for (let uses = 0; uses < 3; uses += 1) await show(await Browser.of(member), key);
    const browser = await Browser.of(member);
    expect((await attempt(browser, key, other)).json.code).toBe("PASSKEY_REFUSED");
    expect(await browser.stands()).toBe(false);
  });

  it("signs a challenge once, and of its own kind", async () => {
    const member = await makeMember("editor");
    const key = new Authenticator({ origin });
    await register(await Browser.of(member), key);
    const [one, two] = [await Browser.of(member), await Browser.of(member)];
    const { challenge = "" } = (await one.send("POST", "/second-factor/show/options")).json;
    const answer = key.get({ challenge, rpId });
    expect((await one.send("POST", "/second-factor/show", { kind: "passkey", answer })).status).toBe(204);
    expect((await two.send("POST", "/second-factor/show", { kind: "passkey", answer })).status).toBe(422);
    const alone = (await two.send("POST", "/sign-in/passkey/options")).json.challenge ?? "";
    const crossed = { kind: "passkey", answer: key.get({ challenge: alone, rpId }) };
    expect((await two.send("POST", "/second-factor/show", crossed)).json.code).toBe("PASSKEY_REFUSED");
  });
});

describe("a passkey alone", () => {
  async function signIn(key: Authenticator) {
    const options = await callApi("POST", "/sign-in/passkey/options", undefined, { origin });
    const { challenge } = options.json as { challenge: string };
    return callApi("POST", "/sign-in/passkey", { answer: key.get({ challenge, rpId }) }, { origin });
  }

  it("signs in where its device made sure of the person, past any duty", async () => {
    const member = await makeMember("editor");
    const key = new Authenticator({ origin });
    await register(await Browser.of(member), key);
    await requireFactor("editor");
    const answer = await signIn(key);
    expect(answer.status).toBe(204);
    const [cookie = ""] = answer.headers.get("set-cookie")?.split(";") ?? [];
    expect((await new Browser(cookie).send("GET", "/profile")).json.id).toBe(member.id);
  });

  it.each<[string, (member: Member) => Promise<unknown>, boolean]>([
    ["without a finger or a PIN", async () => {}, false],
    [
      "into a closed account",
      ({ id }) => db().member.update({ where: { id }, data: { disabledAt: new Date() } }),
      true,
    ],
    ["that was taken away", () => db().passkey.deleteMany(), true],
  ])("does not sign in %s", async (_case, change, verifiesPerson) => {
    const member = await makeMember("editor");
    const key = new Authenticator({ origin, verifiesPerson });
    await register(await Browser.of(member), key);
    await change(member);
    const answer = await signIn(key);
    expect(answer).toMatchObject({ status: 422, json: { code: "PASSKEY_REFUSED" } });
    expect(answer.headers.get("set-cookie")).toBeNull();
  });
});
