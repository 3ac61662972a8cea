import { deviceOf } from "#domain/device.ts";
import type { SessionClaims } from "#server/auth/session.ts";
import type { Db } from "#server/db.ts";

/** What is known of a browser by its headers. */
export interface SessionBrowser {
  userAgent: string | null;
  /** When a second factor was shown, or somebody vouched for one; absent where only a password was. */
  secondFactorAt?: Date | null;
}

/** Rows older than this say nothing to anybody any more, in milliseconds: three times as long as any session lives. */
const SWEEP_AFTER = 90 * 24 * 60 * 60 * 1000;

/** Inserts a session of a member whose row the caller has locked, and sweeps their oldest away. */
export async function insertSession(
  tx: Db,
  memberId: string,
  { userAgent, secondFactorAt = null }: SessionBrowser,
): Promise<SessionClaims> {
  const old = { lt: new Date(Date.now() - SWEEP_AFTER) };
  await tx.session.deleteMany({ where: { memberId, createdAt: old } });
  const { id } = await tx.session.create({ data: { memberId, secondFactorAt, ...deviceOf(userAgent) } });
  return { sub: memberId, sid: id };
}
