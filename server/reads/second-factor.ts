import { ROLES } from "#domain/member.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import type { SecondFactorRule, SecondFactors } from "#domain/second-factor.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db } from "#server/db.ts";
import { passkeyView } from "#server/views/second-factor.ts";

/** True where a member has a second factor that can be asked for. */
export async function hasFactor(tx: Db, memberId: string): Promise<boolean> {
  const passkeys = await tx.passkey.count({ where: { memberId } });
  return passkeys > 0 || (await tx.totpFactor.count({ where: { memberId, confirmedAt: { not: null } } })) > 0;
}

/** The actor's own second factors. */
export async function readSecondFactors(actor: Actor): Promise<SecondFactors> {
  authorise(actor, "factor.manage", { memberId: actor.id });
  const memberId = actor.id;
  const [member, rule, totp, passkeys, codes] = await Promise.all([
    db().member.findUniqueOrThrow({ where: { id: memberId }, select: { passwordHash: true } }),
    db().secondFactorRule.findUnique({ where: { role: actor.role } }),
    db().totpFactor.findFirst({ where: { memberId, confirmedAt: { not: null } } }),
    db().passkey.findMany({ where: { memberId }, orderBy: { id: "asc" } }),
    db().recoveryCode.findMany({ where: { memberId } }),
  ]);
  return {
    required: rule !== null,
    available: member.passwordHash !== null,
    totp: totp && {
      createdAt: totp.createdAt.toISOString(),
      lastUsedAt: totp.lastUsedAt?.toISOString() ?? null,
    },
    passkeys: passkeys.map(passkeyView),
    recoveryCodes: codes[0]
      ? {
          left: codes.filter(({ usedAt }) => usedAt === null).length,
          createdAt: codes[0].createdAt.toISOString(),
        }
      : null,
  };
}

/** Every role, and whether its members must use a second factor. */
export async function listSecondFactorRules(actor: Actor): Promise<SecondFactorRule[]> {
  authorise(actor, "member.require_factor");
  const rules = new Set((await db().secondFactorRule.findMany()).map(({ role }) => role));
  return ROLES.map((role) => ({ role, required: rules.has(role) }));
}
