import { type AccessToken, tokenEnd } from "#domain/access-token.ts";
import type { AccessToken as AccessTokenRow } from "#prisma/generated/client.ts";

/** A personal token without its secret, which is kept as a hash and shown once. */
export const accessTokenView = (row: AccessTokenRow, now = new Date()): AccessToken => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  ended: tokenEnd(row, now),
});
