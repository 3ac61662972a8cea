import type { TokenDraft } from "#domain/access-token.ts";
import type { Prisma } from "#prisma/generated/client.ts";
import { newAccessToken } from "#server/auth/access-token.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { db } from "#server/db.ts";

/** What a member says of a token that does all they may, for a day. */
export const ANY_TOKEN = { name: "script", scope: "write", days: 1 } as const satisfies TokenDraft;

const HOUR = 60 * 60 * 1000;

/** The `Authorization` header of a new personal token, which may write for an hour; `wanted` overrides any column. */
export async function tokenHeader(
  memberId: string,
  wanted: Partial<Prisma.AccessTokenUncheckedCreateInput> = {},
): Promise<string> {
  const token = newAccessToken();
  const expiresAt = new Date(Date.now() + HOUR);
  await db().accessToken.create({
    data: { memberId, name: "script", scope: "write", expiresAt, secretHash: hashSecret(token), ...wanted },
  });
  return `Bearer ${token}`;
}
