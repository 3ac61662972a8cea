import { Refusal } from "#domain/error.ts";
import type { Member } from "#prisma/generated/client.ts";
import type { SessionClaims } from "#server/auth/session.ts";
import { transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";
import { insertSession, type SessionBrowser } from "#server/insert-session.ts";

interface Beginning extends SessionBrowser {
  /** As they were read when the person proved who they are. */
  member: Pick<Member, "id" | "sessionsValidAfter">;
  /** The session whose cookie this browser sent: the new one takes its place, and it ends. */
  replaces: string | null;
}

/**
 * Begins a session of a member who has just proved who they are. What they proved must still be so: the member's row is
 * locked against whatever ends all sessions, and `sessionsValidAfter` must be the one they were judged by.
 *
 * @throws Refusal CREDENTIALS_WRONG where the account was closed or its password changed meanwhile
 */
export function beginSession({ member, replaces, ...browser }: Beginning): Promise<SessionClaims> {
  return transaction(async (tx) => {
    const same = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM "Member" WHERE id = ${member.id}::uuid AND "disabledAt" IS NULL
        AND "sessionsValidAfter" = ${member.sessionsValidAfter} FOR SHARE`;
    if (same.length === 0) throw new Refusal("CREDENTIALS_WRONG");
    if (replaces !== null) await endSessions(tx, { id: replaces }, "signed_in_again");
    return await insertSession(tx, member.id, browser);
  });
}
