import type { Passkey } from "#domain/second-factor.ts";
import type { Passkey as PasskeyRow } from "#prisma/generated/client.ts";

/** A passkey as its owner sees it. */
export const passkeyView = ({ id, name, backedUp, createdAt, lastUsedAt }: PasskeyRow): Passkey => ({
  id,
  name,
  backedUp,
  createdAt: createdAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
});
