import { beforeEach, describe, expect, it, vi } from "vitest";
import { sealSession } from "#server/auth/session.ts";
import { cookieName, sessionFromCookieHeader } from "#server/auth/session-cookie.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { db } from "#server/db.ts";
import { Authenticator } from "#server/test/authenticator.ts";
import { callApi, makeScript } from "#server/test/call-api.ts";
import { emptyDatabase } from "#server/test/database.ts";
import {
  Browser,
  codeOf,
  HALF_MINUTE,
  origin,
  register,
  requireFactor,
  setUpTotp,
  showCode,
} from "#server/test/factor-browser.ts";
import { makeMember, sessionCookie, TEST_PASSWORD } from "#server/test/member.ts";

beforeEach(async () => {
  vi.useRealTimers();
  await emptyDatabase();
});

const eventKinds = async () =>
  (await db().event.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);

describe("a session", () => {
  it("stands by the password alone where the member has no second factor and needs none", async () => {
    expect(await (await Browser.of(await makeMember("admin"))).stands()).toBe(true);
  });

  it("speaks for nobody until the member's second factor was shown", async () => {
    const member = await makeMember("editor");
    const { secret } = await setUpTotp(await Browser.of(member));
    const later = await Browser.of(member);
    expect(await later.stands()).toBe(false);
    for (const [method, path] of [
      ["POST", "/second-factor/totp"],
      ["POST", "/second-factor/passkeys/options"],
      ["DELETE", "/second-factor/totp"],
      ["POST", "/second-factor/recovery-codes"],
    ] as const)
      expect((await later.send(method, path)).json.code).toBe("SECOND_FACTOR_NEEDED");
    vi.useFakeTimers({ now: Date.now() + HALF_MINUTE, toFake: ["Date"] });
    expect((await showCode(later, codeOf(secret))).status).toBe(204);
    expect(await later.stands()).toBe(true);
  });

  it("that set the second factor up stands, and others of the member wait for theirs", async () => {
    const member = await makeMember("editor");
    const [one, two] = [await Browser.of(member), await Browser.of(member)];
    await setUpTotp(one);
    expect([await one.stands(), await two.stands()]).toEqual([true, false]);
  });

  it("of a role that must have one leads to its set-up before anything else, the one that is open too", async () => {
    const member = await makeMember("editor");
    const open = await Browser.of(member);
    expect(await open.stands()).toBe(true);
    await requireFactor("editor");
    expect(await open.stands()).toBe(false);
    await setUpTotp(open);
    expect(await open.stands()).toBe(true);
    expect(await (await Browser.of(await makeMember("viewer"))).stands()).toBe(true);
  });

  it("begun at an identity provider counts as vouched for", async () => {
    await requireFactor("editor");
    const member = await makeMember("editor");
    const secondFactorAt = new Date();
    const claims = await beginSession({ member, userAgent: null, replaces: null, secondFactorAt });
    const browser = new Browser(`${cookieName("session")}=${await sealSession(claims)}`);
    expect(await browser.stands()).toBe(true);
  });

  it("keeps its second factor when its password changes", async () => {
    const member = await makeMember("editor");
    const browser = await Browser.of(member);
    await setUpTotp(browser);
    const cookie = await sessionCookie(member);
    const sid = (await db().session.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
    await db().session.update({ where: { id: sid }, data: { secondFactorAt: new Date() } });
    const body = { current: TEST_PASSWORD, next: "seven quiet herons at dusk" };
    const answer = await callApi("POST", "/profile/password", body, { cookie, origin });
    expect(answer.status).toBe(204);
    const sealed = sessionFromCookieHeader(answer.headers.get("set-cookie")?.split(";")[0] ?? null);
    expect(await new Browser(`${cookieName("session")}=${sealed}`).stands()).toBe(true);
  });
});

describe("second factors change", () => {
  it("only soon after the person proved who they are, and by the password again", async () => {
    const browser = await Browser.of(await makeMember("editor"));
    vi.useFakeTimers({ now: Date.now() + 16 * 60_000, toFake: ["Date"] });
    expect((await browser.send("POST", "/second-factor/totp")).json.code).toBe("PROOF_NEEDED");
    const wrong = await browser.send("POST", "/second-factor/password", { password: "wrong" });
    expect(wrong.json.code).toBe("PASSWORD_WRONG");
    expect((await browser.send("POST", "/second-factor/password", { password: TEST_PASSWORD })).status).toBe(
      204,
    );
    expect((await browser.send("POST", "/second-factor/totp")).status).toBe(200);
  });

  it("by no personal token, by no other site and by nobody", async () => {
    const script = await makeScript("admin");
    expect((await script.send("POST", "/second-factor/totp")).status).toBe(401);
    expect((await callApi("POST", "/second-factor/totp", undefined, { origin })).status).toBe(401);
    const cookie = await sessionCookie(await makeMember("editor"));
    const foreign = { cookie, origin: "https://evil.example" };
    expect((await callApi("POST", "/second-factor/totp", undefined, foreign)).json.code).toBe(
      "ORIGIN_REFUSED",
    );
  });

  it("not for a member whose identity provider sees to it", async () => {
    const member = await makeMember("editor", { passwordHash: null, oidcSubject: "issuer|1" });
    const browser = await Browser.of(member);
    expect((await browser.send("GET", "/second-factor")).json).toMatchObject({ available: false });
    expect((await browser.send("POST", "/second-factor/totp")).status).toBe(403);
    expect((await browser.send("POST", "/second-factor/passkeys/options")).status).toBe(403);
  });

  it("but the last one stays where the role must have one", async () => {
    await requireFactor("editor");
    const browser = await Browser.of(await makeMember("editor"));
    await setUpTotp(browser);
    expect((await browser.send("DELETE", "/second-factor/totp")).json.code).toBe("SECOND_FACTOR_LAST");
    await register(browser, new Authenticator({ origin }));
    expect((await browser.send("DELETE", "/second-factor/totp")).status).toBe(204);
  });

  it("of two who take the last two away at once, one stays", async () => {
    await requireFactor("editor");
    const browser = await Browser.of(await makeMember("editor"));
    await setUpTotp(browser);
    const { passkey } = (await register(browser, new Authenticator({ origin }))).json;
    const both = await Promise.all([
      browser.send("DELETE", "/second-factor/totp"),
      browser.send("DELETE", `/second-factor/passkeys/${passkey?.id}`),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
  });
});

describe("an admin", () => {
  it("makes a second factor a duty of a role and no longer, with one event each", async () => {
    const admin = await Browser.of(await makeMember("admin"));
    for (const required of [true, true, false, false])
      expect((await admin.send("PUT", "/second-factor-rules/editor", { required })).json).toEqual({
        role: "editor",
        required,
      });
    expect(await eventKinds()).toEqual(["member.factor_required", "member.factor_required"]);
    await admin.send("PUT", "/second-factor-rules/viewer", { required: true });
    expect((await admin.send("GET", "/second-factor-rules")).json).toEqual({
      items: [
        { role: "viewer", required: true },
        { role: "editor", required: false },
        { role: "reviewer", required: false },
        { role: "admin", required: false },
      ],
    });
  });

  it("takes the second factors of another member away: sessions end, and the password is enough again", async () => {
    const [admin, member] = [await Browser.of(await makeMember("admin")), await makeMember("editor")];
    const lost = await Browser.of(member);
    await setUpTotp(lost);
    await register(lost, new Authenticator({ origin }));
    expect((await admin.send("DELETE", `/members/${member.id}/second-factor`)).status).toBe(204);
    expect(await lost.stands()).toBe(false);
    const again = await db().member.findUniqueOrThrow({ where: { id: member.id } });
    expect(await (await Browser.of(again)).stands()).toBe(true);
    expect((await admin.send("DELETE", `/members/${member.id}/second-factor`)).status).toBe(404);
    expect(await eventKinds()).toContain("member.factors_reset");
  });

  it("takes none of their own away like that, and nobody else does any of it", async () => {
    const me = await makeMember("admin");
    const admin = await Browser.of(me);
    await setUpTotp(admin);
    expect((await admin.send("DELETE", `/members/${me.id}/second-factor`)).status).toBe(403);
    for (const role of ["viewer", "editor", "reviewer"] as const) {
      const other = await Browser.of(await makeMember(role));
      expect((await other.send("DELETE", `/members/${me.id}/second-factor`)).status).toBe(403);
      expect((await other.send("PUT", "/second-factor-rules/admin", { required: true })).status).toBe(403);
      expect((await other.send("GET", "/second-factor-rules")).status).toBe(403);
    }
  });
});
