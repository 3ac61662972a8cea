import type { SessionClaims } from "#server/auth/session.ts";
import { transaction } from "#server/db.ts";
import { endSessions } from "#server/end-sessions.ts";

/** Ends the session that a browser signs out of. Whoever holds its cookie may; one that has ended stays as it is. */
export async function signOut({ sid, sub }: SessionClaims): Promise<void> {
  await transaction((tx) => endSessions(tx, { id: sid, memberId: sub }, "signed_out"));
}
