import { NOTIFICATION_KINDS } from "#domain/notification.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { createToken } from "#server/commands/create-token.ts";
import { inviteMember } from "#server/commands/invite-member.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeMember, TEST_PASSWORD } from "#server/test/member.ts";
import { makeThread, mentioning } from "#server/test/thread.ts";
import { ANY_TOKEN } from "#server/test/token.ts";
import { ADMINS, MEMBERS, type Rows } from "./row.ts";

const newAddress = (): string => `${crypto.randomUUID()}@uratori.example`;
const invite = async () =>
  await inviteMember(await makeActor("admin"), { email: newAddress(), role: "viewer" });
const newcomer = { name: "新人", password: "correct horse battery" };

const ofToken = async (owner: Actor) => ({
  params: { tokenId: (await createToken(owner, ANY_TOKEN)).id },
});

/** Of people, their accounts and what is theirs. */
export const MEMBER_ROWS: Rows = {
  "notification.list": { roles: MEMBERS, ask: async () => ({}) },
  "notification.read": {
    roles: MEMBERS,
    isOwn: true,
    ask: async ({ id }) => {
      await makeThread({ body: mentioning("どうでしょう", id) });
      return { body: { all: true, upTo: new Date(Date.now() + 1000).toISOString() } };
    },
  },
  "notification.settings": { roles: MEMBERS, ask: async () => ({}) },
  "notification.putSettings": {
    roles: MEMBERS,
    ask: async () => {
      const ways = { inApp: true, byMail: false };
      return { body: { kinds: Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, ways])) } };
    },
  },
  "member.assignable": { roles: MEMBERS, ask: async () => ({}) },
  "member.mentionable": { roles: MEMBERS, ask: async () => ({}) },
  "member.list": { roles: ADMINS, ask: async () => ({}) },
  "member.update": {
    roles: ADMINS,
    ask: async () => ({ params: { memberId: (await makeMember("viewer")).id }, body: { role: "editor" } }),
  },
  "member.update that closes an account": {
    roles: ADMINS,
    ask: async () => ({ params: { memberId: (await makeMember("editor")).id }, body: { disabled: true } }),
  },
  "member.update of oneself": {
    roles: [],
    isOwn: true,
    ask: async ({ id }) => ({ params: { memberId: id }, body: { role: "admin" } }),
  },
  "member.invitations": { roles: ADMINS, ask: async () => ({}) },
  "member.invite": {
    roles: ADMINS,
    ask: async () => ({ body: { email: newAddress(), role: "viewer" } }),
  },
  "member.revokeInvitation": {
    roles: ADMINS,
    ask: async () => ({ params: { invitationId: (await invite()).id } }),
  },
  "member.acceptInvitation": {
    roles: "anybody, signed in or not",
    again: "LINK_INVALID",
    ask: async () => ({
      body: { ...newcomer, secret: new URL((await invite()).link).pathname.split("/").at(-1) ?? "" },
    }),
  },
  // Where there are members nobody sets up; `set-up.db.test.ts` has a desk without.
  "member.setUp": {
    roles: "anybody, signed in or not",
    answers: "LINK_INVALID",
    ask: async () => ({ body: { ...newcomer, token: "guessed", email: newAddress() } }),
  },
  "profile.get": { roles: MEMBERS, ask: async () => ({}) },
  "profile.update": { roles: MEMBERS, ask: async () => ({ body: { name: crypto.randomUUID() } }) },
  "profile.changePassword": {
    roles: MEMBERS,
    ask: async () => ({ body: { current: TEST_PASSWORD, next: "another long password" } }),
  },
  "profile.tokens": { roles: MEMBERS, ask: async () => ({}) },
  "profile.createToken": { roles: MEMBERS, ask: async () => ({ body: { name: "書き出し" } }) },
  "profile.revokeToken": { roles: MEMBERS, isOwn: true, ask: ofToken },
  "profile.revokeToken of another's": {
    roles: MEMBERS,
    answers: "NOT_FOUND",
    ask: async () => await ofToken(await makeActor()),
  },
};
