import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Actor } from "#domain/rights/predicate.ts";
import { IDLE_DAYS, SESSION_DAYS } from "#domain/session.ts";
import type { Member } from "#prisma/generated/client.ts";
import { resolveSession } from "#server/auth/resolve-actor.ts";
import { laterThan, type SessionClaims, sealSession } from "#server/auth/session.ts";
import { db } from "#server/db.ts";
import { listSessions } from "#server/reads/session.ts";
import { emptyDatabase } from "#server/test/database.ts";
import { makeMember, TEST_PASSWORD } from "#server/test/member.ts";
import { refusalOf } from "#server/test/refusal.ts";
import { beginSession } from "./begin-session.ts";
import { changePassword } from "./change-password.ts";
import { endAllSessions } from "./end-all-sessions.ts";
import { endSession } from "./end-session.ts";
import { signOut } from "./sign-out.ts";
import { updateMember } from "./update-member.ts";

const FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:144.0) Gecko/20100101 Firefox/144.0";
const DAY = 24 * 60 * 60 * 1000;

let member: Member;
let actor: Actor;

beforeEach(async () => {
  member = await makeMember("editor");
  actor = { id: member.id, role: member.role };
});
afterEach(async () => {
  vi.useRealTimers();
  await emptyDatabase();
});

const begin = (replaces: string | null = null, of = member) =>
  beginSession({ member: of, userAgent: FIREFOX, replaces });
const eventKinds = async () =>
  (await db().event.findMany({ orderBy: { id: "asc" } })).map(({ kind }) => kind);
const isGood = async (claims: SessionClaims) => (await resolveSession(await sealSession(claims))) !== null;
const whyEnded = async ({ sid }: SessionClaims) =>
  (await db().session.findUniqueOrThrow({ where: { id: sid } })).endedWhy;

describe("a session", () => {
  it("is listed with its browser, system and last use, the one that asks marked", async () => {
    const [one, two] = [await begin(), await begin()];
    expect(await listSessions(actor, one.sid)).toEqual(
      [two, one].map(({ sid }) => ({
        id: sid,
        browser: "Firefox",
        system: "Linux",
        createdAt: expect.any(String),
        lastUsedAt: expect.any(String),
        isCurrent: sid === one.sid,
      })),
    );
  });

  it("ends with its sign-out, and no other", async () => {
    const [one, two] = [await begin(), await begin()];
    await signOut(one);
    await signOut(one);
    expect([await isGood(one), await whyEnded(one)]).toEqual([false, "signed_out"]);
    expect(await isGood(two)).toBe(true);
    expect((await listSessions(actor, null)).map(({ id }) => id)).toEqual([two.sid]);
  });

  it("ends when somebody signs in anew in its browser, whoever that is", async () => {
    const [first, other] = [await begin(), await makeMember("viewer")];
    const second = await begin(first.sid, other);
    expect([await isGood(first), await whyEnded(first), await isGood(second)]).toEqual([
      false,
      "signed_in_again",
      true,
    ]);
  });

  it("is not begun by who proved an account that was closed meanwhile", async () => {
    const admin = await makeMember("admin");
    await updateMember(admin, { memberId: member.id, disabled: true });
    expect((await refusalOf(begin())).code).toBe("CREDENTIALS_WRONG");
  });

  it("waits for a change of the password that is under way, and is then not begun", async () => {
    let beginning: Promise<unknown> = Promise.resolve();
    await db().$transaction(async (tx) => {
      const sessionsValidAfter = laterThan(member.sessionsValidAfter);
      await tx.member.update({ where: { id: member.id }, data: { sessionsValidAfter } });
      beginning = refusalOf(begin()).then(({ code }) => code);
      await vi.waitFor(async () => {
        const [{ waiting }] = (await db().$queryRaw`
          SELECT count(*)::int AS waiting FROM pg_locks WHERE NOT granted`) as [{ waiting: number }];
        expect(waiting).toBeGreaterThan(0);
      });
    });
    expect(await beginning).toBe("CREDENTIALS_WRONG");
    expect(await db().session.count()).toBe(0);
  });
});

describe("all sessions of a member", () => {
  it("end with the password, but for the new one of the browser that asked", async () => {
    const before = [await begin(), await begin()];
    const change = { current: TEST_PASSWORD, next: "another password" };
    const fresh = await changePassword(actor, change, { userAgent: FIREFOX });
    for (const claims of before)
      expect([await isGood(claims), await whyEnded(claims)]).toEqual([false, "password_changed"]);
    expect((await listSessions(actor, null)).map(({ id }) => id)).toEqual([fresh?.sid]);
  });

  it("end with the account, for good", async () => {
    const claims = await begin();
    const admin = await makeMember("admin");
    await updateMember(admin, { memberId: member.id, disabled: true });
    await updateMember(admin, { memberId: member.id, disabled: false });
    expect([await isGood(claims), await whyEnded(claims)]).toEqual([false, "account_closed"]);
  });

  it("stay when the role changes, and have the other role at once", async () => {
    const sealed = await sealSession(await begin());
    await updateMember(await makeMember("admin"), { memberId: member.id, role: "viewer" });
    expect((await resolveSession(sealed))?.actor.role).toBe("viewer");
  });

  it.each([
    ["all but the one that asks", true],
    ["all", false],
  ])("are ended together: %s, with one event, and nobody else's", async (_name, keeps) => {
    const [mine, other, another] = [await begin(), await begin(), await begin()];
    const stranger = await begin(null, await makeMember("editor"));
    expect(await endAllSessions(actor, keeps ? mine.sid : null)).toEqual({ ended: keeps ? 2 : 3 });
    for (const claims of [other, another]) expect(await whyEnded(claims)).toBe("elsewhere");
    expect([await isGood(mine), await isGood(stranger)]).toEqual([keeps, true]);
    expect(await endAllSessions(actor, keeps ? mine.sid : null)).toEqual({ ended: 0 });
    expect(await eventKinds()).toEqual(["session.all_ended"]);
  });
});

describe("ending one session from the profile", () => {
  it("says elsewhere to another one, and that it was signed out to the one that asks", async () => {
    const [mine, other] = [await begin(), await begin()];
    await endSession(actor, other.sid, mine.sid);
    await endSession(actor, mine.sid, mine.sid);
    expect([await whyEnded(other), await whyEnded(mine)]).toEqual(["elsewhere", "signed_out"]);
    expect(await eventKinds()).toEqual(["session.ended", "session.ended"]);
  });

  it("is refused alike for one that ended, one of somebody else and one that never was", async () => {
    const ended = await begin();
    await signOut(ended);
    const foreign = await begin(null, await makeMember("editor"));
    for (const id of [ended.sid, foreign.sid, crypto.randomUUID()])
      expect((await refusalOf(endSession(actor, id, null))).code).toBe("NOT_FOUND");
    expect(await isGood(foreign)).toBe(true);
    expect(await eventKinds()).toEqual([]);
  });
});

describe("time", () => {
  const at = (milliseconds: number) => vi.useFakeTimers({ now: milliseconds, toFake: ["Date"] });

  it("ends a session that nobody used for fourteen days, and its row says so", async () => {
    const claims = await begin();
    const start = Date.now();
    at(start + IDLE_DAYS * DAY - 60_000);
    expect(await listSessions(actor, null)).toHaveLength(1);
    at(start + IDLE_DAYS * DAY + 60_000);
    expect(await listSessions(actor, null)).toEqual([]);
    expect(await isGood(claims)).toBe(false);
    expect(await whyEnded(claims)).toBe("idle");
  });

  it("lets one live on that is used, for thirty days", async () => {
    const claims = await begin();
    const start = Date.now();
    for (const days of [10, 20, 29]) {
      at(start + days * DAY);
      expect(await isGood({ ...claims })).toBe(true);
    }
    at(start + SESSION_DAYS * DAY + 60_000);
    expect(await listSessions(actor, null)).toEqual([]);
  });

  it("writes the last use down every five minutes at most", async () => {
    const claims = await begin();
    const used = async () =>
      (await db().session.findUniqueOrThrow({ where: { id: claims.sid } })).lastUsedAt.getTime();
    const start = await used();
    at(start + 299_000);
    await isGood(claims);
    expect(await used()).toBe(start);
    at(start + 300_000);
    await isGood(claims);
    expect(await used()).toBe(start + 300_000);
  });

  it("sweeps a member's rows away that are three times as old as any session gets", async () => {
    const old = await begin();
    const createdAt = new Date(Date.now() - 91 * DAY);
    await db().session.update({ where: { id: old.sid }, data: { createdAt } });
    const { sid } = await begin();
    expect((await db().session.findMany()).map(({ id }) => id)).toEqual([sid]);
  });
});

it("what ended stays as it is, whatever tries to bring it back", async () => {
  const { sid } = await begin();
  await signOut({ sub: member.id, sid });
  const revive = db().session.update({ where: { id: sid }, data: { endedAt: null, endedWhy: null } });
  await expect(revive).rejects.toThrow();
});
