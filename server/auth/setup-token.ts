import { createHmac } from "node:crypto";
import { hashSecret } from "#server/auth/secret.ts";
import { db } from "#server/db.ts";
import { env } from "#server/env.ts";

/** There is one row at most; its id says so. */
const ONLY = 1;

/**
 * The token that makes the first admin, to be printed to the log; null where there are members or it is a demo.
 * It is derived from the installation's secret and the moment it was first asked for, so that every instance and every
 * restart prints the same one although only its hash is stored.
 */
export async function ensureSetupToken(): Promise<string | null> {
  if (env().URATORI_DEMO || (await db().member.count()) > 0) return null;
  await db().setupToken.createMany({ data: [tokenOf(new Date()).row], skipDuplicates: true });
  const kept = await db().setupToken.findUniqueOrThrow({ where: { id: ONLY } });
  const { token, row } = tokenOf(kept.createdAt);
  if (row.secretHash !== kept.secretHash) await db().setupToken.update({ where: { id: ONLY }, data: row });
  return token;
}

function tokenOf(createdAt: Date) {
  const token = createHmac("sha256", env().URATORI_SECRET)
    .update(`setup-token|${createdAt.toISOString()}`)
    .digest("base64url");
  return { token, row: { id: ONLY, secretHash: hashSecret(token), createdAt } };
}
