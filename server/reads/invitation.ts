import type { Role } from "#domain/member.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { db } from "#server/db.ts";
import { waiting } from "#server/reads/member.ts";

/** What the bearer of an invitation's link may see of it; null where the link is unknown, used, revoked or expired. */
export async function readInvitation(secret: string): Promise<{ email: string; role: Role } | null> {
  return db().invitation.findFirst({
    where: { secretHash: hashSecret(secret), ...waiting(new Date()) },
    select: { email: true, role: true },
  });
}
