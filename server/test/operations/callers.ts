import { MEMBER_HEADER } from "#contract/procedure.ts";
import type { TokenScope } from "#domain/access-token.ts";
import { ROLES, type Role } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { Member } from "#prisma/generated/client.ts";
import { changePassword } from "#server/commands/change-password.ts";
import { updateMember } from "#server/commands/update-member.ts";
import { db } from "#server/db.ts";
import { makeActor } from "#server/test/actor.ts";
import { makeMember, sessionCookie, TEST_PASSWORD } from "#server/test/member.ts";
import { tokenHeader } from "#server/test/token.ts";

export type Headers = Record<string, string>;

/** One who calls, and what is so of them whatever they call. */
export interface Caller {
  name: string;
  /** As it stands when they call; null for somebody who is nobody (any more). */
  role: Role | null;
  /** What the token may do by which they ask; null with a session, and with nothing. */
  scope: TokenScope | null;
  /** True where another site's page made the browser send it. */
  isForeign?: true;
  /** A new one of the kind: a call may end what lets its caller in. One who is nobody may call again and again. */
  make: () => Promise<Entered>;
}

/** Let in, as far as anybody is. */
interface Entered {
  actor: Actor;
  headers: Headers;
}

const HERE = { origin: "http://localhost:3000" };
const ELSEWHERE = { origin: "https://elsewhere.example" };
/** Recent: nothing is written of a member who was seen just now. */
const justSeen = (): { lastSeenAt: Date } => ({ lastSeenAt: new Date() });

const make = async (role: Role): Promise<Member> => await makeMember(role, justSeen());
const actorOf = ({ id, role }: Member): Actor => ({ id, role });

async function bySession(member: Member, headers: Headers = HERE): Promise<Entered> {
  return { actor: actorOf(member), headers: { cookie: await sessionCookie(member), ...headers } };
}

async function byToken(
  member: Member,
  wanted: Parameters<typeof tokenHeader>[1],
  headers: Headers = {},
): Promise<Entered> {
  const authorization = await tokenHeader(member.id, wanted);
  return { actor: actorOf(member), headers: { authorization, ...headers } };
}

/** Lets in as `role`, and then makes them a viewer. */
async function demoted(role: Role, enter: (member: Member) => Promise<Entered>): Promise<Entered> {
  const member = await make(role);
  const { headers } = await enter(member);
  await updateMember(await makeActor("admin"), { memberId: member.id, role: "viewer" });
  return { actor: { id: member.id, role: "viewer" as const }, headers };
}

/** Lets in, and then lets `happen` what ends it. */
async function ended(
  enter: (member: Member) => Promise<Entered>,
  happen: (actor: Actor) => Promise<unknown>,
): Promise<Entered> {
  const member = await make("admin");
  const entered = await enter(member);
  await happen(entered.actor);
  return entered;
}

const close = async ({ id }: Actor) =>
  await updateMember(await makeActor("admin"), { memberId: id, disabled: true });
const change = (actor: Actor) =>
  changePassword(actor, { current: TEST_PASSWORD, next: "yet another password" }, null);
const withToken = (member: Member) => byToken(member, {});
const withSession = (member: Member) => bySession(member);

const members = ROLES.flatMap((role): Caller[] => [
  { name: `the ${role}`, role, scope: null, make: async () => await bySession(await make(role)) },
  {
    name: `the ${role}'s token that may write`,
    role,
    scope: "write",
    make: async () => await byToken(await make(role), { scope: "write" }),
  },
  {
    name: `the ${role}'s token that may read`,
    role,
    scope: "read",
    make: async () => await byToken(await make(role), { scope: "read" }),
  },
]);

const nobody = (name: string, makeOne: Caller["make"]): Caller => ({
  name,
  role: null,
  scope: null,
  make: makeOne,
});

/** Everybody who might call. */
export const CALLERS: readonly Caller[] = [
  ...members,
  {
    name: "an admin who was made a viewer since they signed in",
    role: "viewer",
    scope: null,
    make: () => demoted("admin", withSession),
  },
  {
    name: "the token of an admin who was made a viewer since",
    role: "viewer",
    scope: "write",
    make: () => demoted("admin", withToken),
  },
  {
    name: "another site's page in an admin's browser",
    role: "admin",
    scope: null,
    isForeign: true,
    make: async () => await bySession(await make("admin"), ELSEWHERE),
  },
  {
    name: "an admin's token from another site",
    role: "admin",
    scope: "write",
    make: async () => await byToken(await make("admin"), {}, ELSEWHERE),
  },
  nobody("somebody signed out", async () => ({ actor: await makeActor("viewer"), headers: { ...HERE } })),
  nobody("a page made for another member", async () => {
    const { id } = await makeActor("viewer");
    return await bySession(await make("admin"), { ...HERE, [MEMBER_HEADER]: id });
  }),
  nobody("a disabled admin", () => ended(withSession, close)),
  nobody("a disabled admin's token", () => ended(withToken, close)),
  nobody("an admin whose password was changed elsewhere", () => ended(withSession, change)),
  nobody("the token of an admin whose password was changed", () => ended(withToken, change)),
  nobody("an admin's token that was taken back", () =>
    ended(withToken, ({ id }) =>
      db().accessToken.updateMany({ where: { memberId: id }, data: { revokedAt: new Date() } }),
    ),
  ),
  nobody("an admin's token after its last day", async () =>
    byToken(await make("admin"), { expiresAt: new Date(Date.now() - 1) }),
  ),
];

let calls = 0;

/** Each call comes from an address of its own, so that none is slowed down by those before. */
export function fromAnywhere(): Headers {
  calls += 1;
  return { "x-forwarded-for": `10.${(calls >> 16) & 255}.${(calls >> 8) & 255}.${calls & 255}` };
}
