import type { AccessToken } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { newAccessToken } from "#server/auth/access-token.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { authorise } from "#server/authorise.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { accessTokenView } from "#server/views/access-token.ts";

/** Makes a personal token of the actor's, with all their rights. `secret` is only in this answer. */
export async function createToken(
  actor: Actor,
  input: { name: string },
): Promise<AccessToken & { secret: string }> {
  authorise(actor, "token.manage", { memberId: actor.id });
  const secret = newAccessToken();
  return transaction(async (tx) => {
    const token = await tx.accessToken.create({
      data: { memberId: actor.id, name: input.name, secretHash: hashSecret(secret) },
    });
    await appendEvent(tx, {
      kind: "token.created",
      actorId: actor.id,
      subjectId: token.id,
      data: { name: input.name },
    });
    return { ...accessTokenView(token), secret };
  });
}
