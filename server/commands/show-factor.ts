import { Refusal } from "#domain/error.ts";
import { totpDigits } from "#domain/second-factor.ts";
import type { FactorOwner } from "#server/auth/factor-owner.ts";
import { factorMark, forgive, throttled } from "#server/auth/throttle.ts";
import { authorise } from "#server/authorise.ts";
import { type Db, db, transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";
import { auditedSignIn } from "#server/observe/audited-sign-in.ts";
import { verifyAssertion } from "#server/second-factor/passkeys.ts";
import { spendRecoveryCode } from "#server/second-factor/recovery-codes.ts";
import { openSecret } from "#server/second-factor/sealed-secret.ts";
import { markFactorShown } from "#server/second-factor/shown.ts";
import { totpStep } from "#server/second-factor/totp.ts";

/** What a person shows as their second factor. */
export type ShownFactor =
  | { kind: "totp"; code: string }
  | { kind: "recoveryCode"; code: string }
  | { kind: "passkey"; answer: unknown };

/**
 * Lets a session stand that waits for its second factor. A code is good once; wrong ones slow the next ones down, whoever
 * sends them.
 *
 * @throws Refusal SECOND_FACTOR_WRONG, PASSKEY_REFUSED, TOO_MANY_REQUESTS
 */
export async function showFactor(owner: FactorOwner, shown: ShownFactor): Promise<void> {
  authorise(owner.actor, "factor.manage", { memberId: owner.actor.id });
  const mark = factorMark(owner.actor.id);
  await auditedSignIn("second_factor", () =>
    throttled([mark], ["SECOND_FACTOR_WRONG", "PASSKEY_REFUSED"], () => take(owner, shown)),
  );
  await forgive(mark);
}

async function take({ actor, sessionId }: FactorOwner, shown: ShownFactor): Promise<void> {
  if (shown.kind === "passkey") {
    await verifyAssertion(actor.id, shown.answer);
    return markFactorShown(db(), sessionId);
  }
  await transaction(async (tx) => {
    const isRight =
      shown.kind === "totp"
        ? await takeTotp(tx, actor.id, shown.code)
        : await takeRecoveryCode(tx, actor.id, shown.code);
    if (!isRight) throw new Refusal("SECOND_FACTOR_WRONG");
    await markFactorShown(tx, sessionId);
  });
}

/** A code is taken once, and none that is older than the last one: of two at the same moment one gets it (RFC 6238, 5.2). */
async function takeTotp(tx: Db, memberId: string, code: string): Promise<boolean> {
  const digits = totpDigits(code);
  const factor = await tx.totpFactor.findFirst({ where: { memberId, confirmedAt: { not: null } } });
  const secret = factor && openSecret(factor.sealed, memberId);
  const step = secret && digits && totpStep(secret, digits, new Date());
  if (!factor || !step) return false;
  const { count } = await tx.totpFactor.updateMany({
    where: { id: factor.id, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step, lastUsedAt: new Date() },
  });
  return count === 1;
}

async function takeRecoveryCode(tx: Db, memberId: string, code: string): Promise<boolean> {
  if (!(await spendRecoveryCode(tx, memberId, code))) return false;
  await appendEvent(tx, { kind: "member.recovery_code_used", actorId: memberId, subjectId: memberId });
  return true;
}
