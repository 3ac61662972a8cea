import type { Role } from "#domain/member.ts";
import type { Member, Prisma } from "#prisma/generated/client.ts";
import { hashPassword } from "#server/auth/password.ts";
import { sealSession } from "#server/auth/session.ts";
import { cookieName } from "#server/auth/session-cookie.ts";
import { beginSession } from "#server/commands/begin-session.ts";
import { db } from "#server/db.ts";

/** What every member made here signs in with. */
export const TEST_PASSWORD = "a password for tests";

let made = 0;
let hash: Promise<string> | undefined;

/** A member of a role with an address of their own; `wanted` overrides any column. */
export async function makeMember(
  role: Role,
  wanted: Partial<Prisma.MemberCreateInput> = {},
): Promise<Member> {
  made += 1;
  hash ??= hashPassword(TEST_PASSWORD);
  return db().member.create({
    data: {
      email: `member-${made}@uratori.example`,
      name: `Member ${made}`,
      role,
      passwordHash: await hash,
      ...wanted,
    },
  });
}

/** The `Cookie` header of a new session of `member` as they are in this row. */
export async function sessionCookie(member: Member): Promise<string> {
  const claims = await beginSession({ member, userAgent: null, replaces: null });
  return `${cookieName("session")}=${await sealSession(claims)}`;
}
