import { Refusal } from "#domain/error.ts";
import { totpDigits } from "#domain/second-factor.ts";
import { authoriseFactorChange, type FactorOwner } from "#server/auth/factor-owner.ts";
import { factorMark, throttled } from "#server/auth/throttle.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { firstRecoveryCodes } from "#server/second-factor/recovery-codes.ts";
import { openSecret } from "#server/second-factor/sealed-secret.ts";
import { markFactorShown } from "#server/second-factor/shown.ts";
import { totpStep } from "#server/second-factor/totp.ts";

/**
 * Makes the app that waits the owner's factor by its first code, in place of an earlier one, and lets the session stand.
 *
 * @returns recovery codes for whoever has none yet, told here and never again; else null
 * @throws Refusal SECOND_FACTOR_WRONG, TOO_MANY_REQUESTS, and as `beginTotp`
 */
export async function confirmTotp(
  owner: FactorOwner,
  code: string,
): Promise<{ recoveryCodes: string[] | null }> {
  authoriseFactorChange(owner);
  const memberId = owner.actor.id;
  return throttled([factorMark(memberId)], ["SECOND_FACTOR_WRONG"], () =>
    transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Member" WHERE id = ${memberId}::uuid FOR UPDATE`;
      const waiting = await tx.totpFactor.findFirst({ where: { memberId, confirmedAt: null } });
      const secret = waiting && openSecret(waiting.sealed, memberId);
      const digits = totpDigits(code);
      const lastStep = secret && digits && totpStep(secret, digits, new Date());
      if (!waiting || !lastStep) throw new Refusal("SECOND_FACTOR_WRONG");
      await tx.totpFactor.deleteMany({ where: { memberId, id: { not: waiting.id } } });
      const now = new Date();
      await tx.totpFactor.update({
        where: { id: waiting.id },
        data: { confirmedAt: now, lastUsedAt: now, lastStep },
      });
      await markFactorShown(tx, owner.sessionId);
      await appendEvent(tx, {
        kind: "member.factor_added",
        actorId: memberId,
        subjectId: memberId,
        data: { kind: "totp" },
      });
      return { recoveryCodes: await firstRecoveryCodes(tx, memberId) };
    }),
  );
}
