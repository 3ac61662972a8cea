import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import type { SessionEnd } from "#domain/session.ts";
import type { Member } from "#prisma/generated/client.ts";
import { judgeSession } from "#server/auth/resolve-actor.ts";
import { type SessionClaims, sealSession } from "#server/auth/session.ts";
import { cookieName } from "#server/auth/session-cookie.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { changePassword } from "#server/commands/change-password.ts";
import { endAllSessions } from "#server/commands/end-all-sessions.ts";
import { endSession } from "#server/commands/end-session.ts";
import { resetSecondFactors } from "#server/commands/reset-second-factors.ts";
import { signOut } from "#server/commands/sign-out.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { db } from "#server/db.ts";
import { makeArticle } from "#server/test/article.ts";
import { type Instance, startInstance } from "#server/test/instance.ts";
import { LiveClient, leaveAll, PATIENCE } from "#server/test/live-client.ts";
import { makeMember, TEST_PASSWORD } from "#server/test/member.ts";

let instances: Instance[];

beforeAll(async () => {
  instances = [await startInstance(), await startInstance()];
});
afterEach(leaveAll);
afterAll(async () => {
  for (const instance of instances) await instance.close();
});

const begin = (member: Member) => beginSession({ member, userAgent: null, replaces: null });
const actorOf = ({ id, role }: Member) => ({ id, role });

/** A tab of a session on each instance. */
const tabsOf = (claims: SessionClaims) => Promise.all(instances.map((instance) => tab(instance, claims)));

async function tab(instance: Instance, claims: SessionClaims): Promise<LiveClient> {
  const page = knock(instance, await sealSession(claims));
  await page.hears("welcome");
  return page;
}

const knock = (instance: Instance, sealed: string) =>
  new LiveClient(
    new WebSocket(instance.liveUrl, {
      origin: instance.origin,
      headers: { cookie: `${cookieName("session")}=${sealed}` },
    }),
  );

const ENDINGS: Record<SessionEnd, (member: Member, claims: SessionClaims) => Promise<unknown>> = {
  signed_out: (_member, claims) => signOut(claims),
  elsewhere: (member, { sid }) => endSession(actorOf(member), sid, null),
  signed_in_again: (member, { sid }) => beginSession({ member, userAgent: null, replaces: sid }),
  password_changed: (member) =>
    changePassword(actorOf(member), { current: TEST_PASSWORD, next: "another password" }, null),
  account_closed: async (member) =>
    updateMember(actorOf(await makeMember("admin")), { memberId: member.id, disabled: true }),
  factors_reset: async (member) => {
    await db().totpFactor.create({ data: { memberId: member.id, sealed: Uint8Array.of(1) } });
    await resetSecondFactors(actorOf(await makeMember("admin")), { memberId: member.id });
  },
  idle: async (_member, { sid, sub }) => {
    await db().session.update({ where: { id: sid }, data: { lastUsedAt: new Date(0) } });
    await judgeSession(await sealSession({ sid, sub }), { isUse: false });
  },
  expired: async (_member, { sid, sub }) => {
    await db().session.update({ where: { id: sid }, data: { createdAt: new Date(0) } });
    await judgeSession(await sealSession({ sid, sub }), { isUse: false });
  },
};

describe.each(Object.entries(ENDINGS))("a session that ends (%s)", (why, end) => {
  test("closes all its tabs on every instance, each told why; another session of its member stays", async () => {
    const member = await makeMember("editor");
    const [claims, other] = [await begin(member), await begin(member)];
    const tabs = await tabsOf(claims);
    const staying = await tabsOf(other);
    await end(member, claims);
    for (const page of tabs) {
      await page.closes("signedOut");
      expect(page.closedBecause).toBe(why);
    }
    const isAll = ["password_changed", "account_closed", "factors_reset"].includes(why);
    if (isAll) for (const page of staying) await page.closes("signedOut");
    else {
      const article = await makeArticle();
      for (const page of staying) await page.open(article.id, article.seq);
    }
  });

  test("is told why when it comes back later", async () => {
    const member = await makeMember("editor");
    const claims = await begin(member);
    const sealed = await sealSession(claims);
    await end(member, claims);
    for (const instance of instances) {
      const page = knock(instance, sealed);
      await page.closes("signedOut");
      expect(page.closedBecause).toBe(why);
    }
  });
});

test("ending all sessions closes the tabs of each", async () => {
  const member = await makeMember("editor");
  const tabs = [...(await tabsOf(await begin(member))), ...(await tabsOf(await begin(member)))];
  await endAllSessions(actorOf(member), null);
  for (const page of tabs) await page.closes("signedOut");
});

test("an open page by itself keeps no session from growing idle; a person who moves on it does", async () => {
  const member = await makeMember("editor");
  const [left, used] = [await begin(member), await begin(member)];
  const [instance] = instances as [Instance];
  await tab(instance, left);
  const page = await tab(instance, used);
  const article = await makeArticle();
  await page.open(article.id, article.seq);
  page.say({ type: "whereabouts", claimId: null, field: null, idle: false });
  const long = new Date(Date.now() - 10 * 60_000);
  await db().session.updateMany({ data: { lastUsedAt: long }, where: { memberId: member.id } });
  const usedAt = async ({ sid }: SessionClaims) =>
    (await db().session.findUniqueOrThrow({ where: { id: sid } })).lastUsedAt.getTime();
  // A change of the member's name makes every page of theirs be asked about.
  await db().member.update({ where: { id: member.id }, data: { name: "別の名前" } });
  await vi.waitFor(async () => expect(await usedAt(used)).toBeGreaterThan(long.getTime()), PATIENCE);
  expect(await usedAt(left)).toBe(long.getTime());
});
