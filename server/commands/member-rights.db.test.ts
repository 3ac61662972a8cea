import { beforeAll, describe, expect, it } from "vitest";
import { ROLES } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Member } from "#prisma/generated/client.ts";
import { db } from "#server/db.ts";
import { listInvitations, listMembers } from "#server/reads/member.ts";
import { readInbox, readNotificationSettings } from "#server/reads/notification.ts";
import { listAccessTokens, readProfile } from "#server/reads/profile.ts";
import { listSessions } from "#server/reads/session.ts";
import { makeMember, TEST_PASSWORD } from "#server/test/member.ts";
import { ANY_TOKEN } from "#server/test/token.ts";
import { beginSession } from "./begin-session.ts";
import { changePassword } from "./change-password.ts";
import { createToken } from "./create-token.ts";
import { endAllSessions } from "./end-all-sessions.ts";
import { endSession } from "./end-session.ts";
import { inviteMember } from "./invite-member.ts";
import { putNotificationSettings } from "./put-notification-settings.ts";
import { readNotifications } from "./read-notifications.ts";
import { revokeInvitation } from "./revoke-invitation.ts";
import { revokeToken } from "./revoke-token.ts";
import { updateMember } from "./update-member.ts";
import { updateProfile } from "./update-profile.ts";

let admin: Member;
let other: Member;

beforeAll(async () => {
  admin = await makeMember("admin");
  other = await makeMember("viewer");
});

type Attempt = (actor: Actor) => Promise<unknown>;

const FOR_ADMINS: Record<string, Attempt> = {
  "list members": (actor) => listMembers(actor, { limit: 50 }),
  "list invitations": (actor) => listInvitations(actor),
  "change a role": async (actor) =>
    updateMember(actor, { memberId: (await makeMember("viewer")).id, role: "editor" }),
  "close an account": async (actor) =>
    updateMember(actor, { memberId: (await makeMember("viewer")).id, disabled: true }),
  invite: (actor) => inviteMember(actor, { email: "new@uratori.example", role: "viewer" }),
  "take an invitation back": async (actor) => {
    const { id } = await inviteMember(admin, { email: "new@uratori.example", role: "viewer" });
    await revokeInvitation(actor, id);
  },
};

const FOR_EVERYBODY: Record<string, Attempt> = {
  "read their profile": (actor) => readProfile(actor),
  "change their name": (actor) => updateProfile(actor, { name: "新しい名前" }),
  "change their password": (actor) =>
    changePassword(actor, { current: TEST_PASSWORD, next: "another password" }, null),
  "list their tokens": (actor) => listAccessTokens(actor),
  "read their inbox": (actor) => readInbox(actor, { limit: 50, show: "all" }),
  "say what they have read": (actor) => readNotifications(actor, { all: true, upTo: "2026-01-01T00:00:00Z" }),
  "say what they want to hear of": async (actor) => {
    const { kinds } = await readNotificationSettings(actor);
    await putNotificationSettings(actor, { kinds });
  },
  "make a token": (actor) => createToken(actor, ANY_TOKEN),
  "see where they are signed in": (actor) => listSessions(actor, null),
  "sign all their devices out": (actor) => endAllSessions(actor, null),
  "sign one device out": async (actor) => {
    const member = await db().member.findUniqueOrThrow({ where: { id: actor.id } });
    const { sid } = await beginSession({ member, userAgent: null, replaces: null });
    await endSession(actor, sid, null);
  },
  "take a token back": async (actor) => revokeToken(actor, (await createToken(actor, ANY_TOKEN)).id),
};

describe.each(ROLES)("a member who is %s", (role) => {
  it.each(Object.entries(FOR_ADMINS))(`may ${role === "admin" ? "" : "not "}%s`, async (_name, attempt) => {
    const actor = await makeMember(role);
    if (role === "admin") await expect(attempt(actor)).resolves.not.toThrow();
    else {
      await expect(attempt(actor)).rejects.toMatchObject({ code: "FORBIDDEN" });
      expect(await db().event.count({ where: { actorId: actor.id } })).toBe(0);
    }
  });

  it.each(Object.entries(FOR_EVERYBODY))("may %s", async (_name, attempt) => {
    await expect(attempt(await makeMember(role))).resolves.not.toThrow();
  });
});

it("nobody takes back somebody else's token, an admin neither", async () => {
  const { id } = await createToken(other, ANY_TOKEN);
  await expect(revokeToken(admin, id)).rejects.toMatchObject({ code: "NOT_FOUND" });
  expect((await listAccessTokens(other)).map((token) => token.id)).toEqual([id]);
  expect((await listAccessTokens(admin)).map((token) => token.id)).not.toContain(id);
});

it("an admin neither demotes nor closes themselves", async () => {
  const forbidden = { code: "FORBIDDEN" };
  await expect(updateMember(admin, { memberId: admin.id, role: "viewer" })).rejects.toMatchObject(forbidden);
  await expect(updateMember(admin, { memberId: admin.id, disabled: true })).rejects.toMatchObject(forbidden);
});
