import type { AccessToken } from "#domain/member.ts";
import type { AccessToken as AccessTokenRow } from "#prisma/generated/client.ts";

/** A personal token without its secret, which is kept as a hash and shown once. */
export const accessTokenView = (row: AccessTokenRow): AccessToken => ({
  id: row.id,
  name: row.name,
  createdAt: row.createdAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
});
