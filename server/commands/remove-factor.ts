import { Refusal } from "#domain/error.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";

/** Which factor: the authenticator app, or a passkey by its id. */
export type WhichFactor = { kind: "totp" } | { kind: "passkey"; id: string };

/**
 * Takes one of the owner's second factors away. The last one takes the recovery codes with it; where the role must have one
 * it stays until there is another.
 *
 * @throws Refusal NOT_FOUND, SECOND_FACTOR_LAST, FORBIDDEN, SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export async function removeFactor(owner: FactorOwner, which: WhichFactor): Promise<void> {
  authoriseFactorChange(owner);
  const { id: memberId, role } = owner.actor;
  await transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
    const { count } =
      which.kind === "totp"
        ? await tx.totpFactor.deleteMany({ where: { memberId, confirmedAt: { not: null } } })
        : await tx.passkey.deleteMany({ where: { memberId, id: which.id } });
    if (count === 0) throw new Refusal("NOT_FOUND");
    const left =
      (await tx.passkey.count({ where: { memberId } })) +
      (await tx.totpFactor.count({ where: { memberId, confirmedAt: { not: null } } }));
    if (left === 0) {
      if (await tx.secondFactorRule.findUnique({ where: { role } })) throw new Refusal("SECOND_FACTOR_LAST");
      await tx.recoveryCode.deleteMany({ where: { memberId } });
    }
    await appendEvent(tx, {
      kind: "member.factor_removed",
      actorId: memberId,
      subjectId: memberId,
      data: { kind: which.kind },
    });
  });
}
