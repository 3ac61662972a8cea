import { type AccessToken, type TokenDraft, tokenExpiry } from "#domain/access-token.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { newAccessToken } from "#server/auth/access-token.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { accessTokenView } from "#server/views/access-token.ts";

/**
 * Makes a personal token of the actor's: for reading, or with all their rights. `secret` is only in this answer.
 *
 * @param madeBy.expiresAt the end of the token that asks, which the new one does not outlast; null with a session
 */
export async function createToken(
  actor: Actor,
  { name, scope, days }: TokenDraft,
  madeBy: { expiresAt: Date | null } = { expiresAt: null },
): Promise<AccessToken & { secret: string }> {
  authorise(actor, "token.manage", { memberId: actor.id });
  const secret = newAccessToken();
  const expiresAt = tokenExpiry(new Date(), days, madeBy.expiresAt);
  return transaction(async (tx) => {
    const token = await tx.accessToken.create({
      data: { memberId: actor.id, name, scope, expiresAt, secretHash: hashSecret(secret) },
    });
    await appendEvent(tx, {
      kind: "token.created",
      actorId: actor.id,
      subjectId: token.id,
      data: { name, scope, expiresAt: expiresAt.toISOString() },
    });
    return { ...accessTokenView(token), secret };
  });
}
