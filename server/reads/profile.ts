import type { AccessToken } from "#domain/access-token.ts";
import type { Member } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { authorise } from "#server/authorise.ts";
import { db } from "#server/db.ts";
import { accessTokenView } from "#server/views/access-token.ts";
import { memberInclude, memberView } from "#server/views/member.ts";

/** The actor as they see themselves. */
export async function readProfile(actor: Actor): Promise<Member> {
  return memberView(await db().member.findUniqueOrThrow({ where: { id: actor.id }, include: memberInclude }));
}

/** The actor's own personal tokens, newest first; those that ended come last, until they are taken back as well. */
export async function listAccessTokens(actor: Actor): Promise<AccessToken[]> {
  authorise(actor, "token.manage", { memberId: actor.id });
  const rows = await db().accessToken.findMany({
    where: { memberId: actor.id, revokedAt: null },
    orderBy: { id: "desc" },
  });
  const tokens = rows.map((row) => accessTokenView(row));
  const hasEnded = ({ ended }: AccessToken): boolean => ended !== null;
  return [...tokens.filter((token) => !hasEnded(token)), ...tokens.filter(hasEnded)];
}

/** False for a member who signs in elsewhere only. */
export async function hasPassword(actor: Actor): Promise<boolean> {
  const { passwordHash } = await db().member.findUniqueOrThrow({
    where: { id: actor.id },
    select: { passwordHash: true },
  });
  return passwordHash !== null;
}
