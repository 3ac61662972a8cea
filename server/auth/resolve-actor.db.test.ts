import { encode } from "next-auth/jwt";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Refusal } from "#domain/error.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { changePassword } from "#server/commands/change-password.ts";
import { createToken } from "#server/commands/create-token.ts";
import { revokeToken } from "#server/commands/revoke-token.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { db } from "#server/db.ts";
import { env } from "#server/env.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember, sessionCookie, TEST_PASSWORD } from "#server/test/member.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { ANY_TOKEN } from "#server/test/token.ts";
import { resolveActor } from "./resolve-actor.ts";
import { sealSession } from "./session.ts";
import { cookieName } from "./session-cookie.ts";

const ask = (headers: Record<string, string>) =>
  resolveActor(new Request("http://localhost:3000/api/v1/profile", { headers }));
const bearer = (secret: string) => ask({ authorization: `Bearer ${secret}` });

afterEach(async () => {
  vi.useRealTimers();
  await emptyDatabase();
});

describe("a session", () => {
  it("speaks for its member", async () => {
    const member = await makeMember("editor", { locale: "en", name: "佐藤" });
    expect(await ask({ cookie: `other=1; ${await sessionCookie(member)}; more=2` })).toEqual({
      actor: { id: member.id, role: "editor" },
      via: "session",
      sessionId: expect.any(String),
      secondFactorAt: null,
      locale: "en",
      name: "佐藤",
    });
  });

  it.each([
    ["no cookie", undefined],
    ["another cookie", "uratori.sessions=x"],
    ["an empty one", "uratori.session="],
    ["nonsense", "uratori.session=eyJhbGciOiJub25lIn0.e30."],
  ])("is not %s", async (_name, cookie) => {
    expect(await ask(cookie === undefined ? {} : { cookie })).toBeNull();
  });

  it("is not one sealed by another installation, nor one of another shape, nor an expired one", async () => {
    const member = await makeMember("admin");
    const token = { ...(await beginSession({ member, userAgent: null, replaces: null })) };
    const validAfter = member.sessionsValidAfter.getTime();
    const sealed = await Promise.all([
      encode({ token, secret: "another installation's secret" }),
      encode({ token: { sub: member.id, validAfter }, secret: env().URATORI_SECRET }),
      encode({ token: { ...token, sid: crypto.randomUUID() }, secret: env().URATORI_SECRET }),
      encode({ token, secret: env().URATORI_SECRET, maxAge: -60 }),
    ]);
    for (const value of sealed) expect(await ask({ cookie: `${cookieName("session")}=${value}` })).toBeNull();
  });

  it("follows a changed role at once", async () => {
    const [admin, member] = [await makeMember("admin"), await makeMember("viewer")];
    const cookie = await sessionCookie(member);
    await updateMember(admin, { memberId: member.id, role: "reviewer" });
    expect((await ask({ cookie }))?.actor.role).toBe("reviewer");
  });

  it("ends at once when the account is closed, and stays ended when it opens again", async () => {
    const [admin, member] = [await makeMember("admin"), await makeMember("editor")];
    const cookie = await sessionCookie(member);
    await updateMember(admin, { memberId: member.id, disabled: true });
    expect(await ask({ cookie })).toBeNull();
    await updateMember(admin, { memberId: member.id, disabled: false });
    expect(await ask({ cookie })).toBeNull();
  });

  it("ends when the password changes, even within the same millisecond; the new one stays", async () => {
    vi.useFakeTimers({ now: Date.now(), toFake: ["Date"] });
    const member = await makeMember("editor", { sessionsValidAfter: new Date() });
    const cookie = await sessionCookie(member);
    const change = { current: TEST_PASSWORD, next: "another password" };
    const claims = await changePassword(member, change, { userAgent: null });
    expect(await ask({ cookie })).toBeNull();
    if (!claims) throw new Error("A browser asked, and got no session");
    expect(await ask({ cookie: `${cookieName("session")}=${await sealSession(claims)}` })).not.toBeNull();
  });

  it("that began with the old password while it changed is none", async () => {
    const member = await makeMember("editor");
    await changePassword(member, { current: TEST_PASSWORD, next: "another password" }, null);
    // Begun after the change, by the row as it was read before.
    expect((await refusalOf(sessionCookie(member))).code).toBe("CREDENTIALS_WRONG");
    expect(await db().session.count({ where: { memberId: member.id } })).toBe(0);
  });

  it("marks its member as seen, and not on every page", async () => {
    const member = await makeMember("viewer");
    const cookie = await sessionCookie(member);
    const seen = async () => (await db().member.findUniqueOrThrow({ where: { id: member.id } })).lastSeenAt;
    await ask({ cookie });
    const first = await seen();
    await ask({ cookie });
    expect(first).not.toBeNull();
    expect(await seen()).toEqual(first);
  });
});

describe("a personal token", () => {
  it("speaks for its member, in their present role", async () => {
    const member = await makeMember("editor");
    const { secret } = await createToken(member, ANY_TOKEN);
    await db().member.update({ where: { id: member.id }, data: { role: "viewer" } });
    expect(await bearer(secret)).toMatchObject({ actor: { id: member.id, role: "viewer" }, via: "token" });
  });

  it("is kept as a hash only", async () => {
    const { secret } = await createToken(await makeMember("editor"), ANY_TOKEN);
    const row = await db().accessToken.findFirstOrThrow();
    expect(JSON.stringify(row)).not.toContain(secret);
    expect(row.secretHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("ends when it is taken back, and when the account is closed", async () => {
    const [admin, member] = [await makeMember("admin"), await makeMember("editor")];
    const [one, two] = [
      await createToken(member, { ...ANY_TOKEN, name: "1" }),
      await createToken(member, { ...ANY_TOKEN, name: "2" }),
    ];
    await revokeToken(member, one.id);
    expect(await bearer(one.secret)).toBeNull();
    expect(await bearer(two.secret)).not.toBeNull();
    await updateMember(admin, { memberId: member.id, disabled: true });
    expect(await bearer(two.secret)).toBeNull();
  });

  it("never falls back to the cookie beside it", async () => {
    const cookie = await sessionCookie(await makeMember("admin"));
    expect(await ask({ cookie, authorization: "Bearer ura_wrong" })).toBeNull();
  });

  it("is marked as used at most once a minute", async () => {
    const { secret, id } = await createToken(await makeMember("editor"), ANY_TOKEN);
    const used = async () => (await db().accessToken.findUniqueOrThrow({ where: { id } })).lastUsedAt;
    const usedAt = async (moment: string) => {
      vi.setSystemTime(new Date(moment));
      await bearer(secret);
      return used();
    };
    vi.useFakeTimers({ toFake: ["Date"] });
    expect(await usedAt("2026-11-01T00:00:00Z")).toEqual(new Date("2026-11-01T00:00:00Z"));
    expect(await usedAt("2026-11-01T00:00:59Z")).toEqual(new Date("2026-11-01T00:00:00Z"));
    expect(await usedAt("2026-11-01T00:01:00Z")).toEqual(new Date("2026-11-01T00:01:00Z"));
  });

  it("that is guessed makes the guesser wait, and nobody else", async () => {
    const { secret } = await createToken(await makeMember("editor"), ANY_TOKEN);
    const answers: unknown[] = [];
    for (let guess = 0; guess < 12; guess += 1)
      answers.push(await bearer("ura_wrong").catch((error: Refusal) => error.code));
    expect(answers.slice(0, 10)).toEqual(Array(10).fill(null));
    expect(answers.slice(10)).toEqual(["TOO_MANY_REQUESTS", "TOO_MANY_REQUESTS"]);
    expect(await bearer(secret)).not.toBeNull();
  });
});
