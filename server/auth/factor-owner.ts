import { Refusal } from "#domain/error.ts";
import type { Locale } from "#domain/localized.ts";
import type { Actor } from "#domain/rights/predicate.ts";
import { isProven, type SessionStage, stageOf } from "#domain/second-factor.ts";
import { endOf } from "#domain/session.ts";
import { openSession } from "#server/auth/session.ts";
import { authorise } from "#server/authorise.ts";
import { findSession } from "#server/reads/session.ts";

/**
 * Whose second factors a session is about. It may not have shown one yet, and then it speaks for nobody anywhere else:
 * `resolveSession` knows nothing of it.
 */
export interface FactorOwner {
  actor: Actor;
  sessionId: string;
  name: string;
  locale: Locale;
  stage: SessionStage;
  provenAt: Date;
}

/** Null where the session ended or the account is closed. */
export async function resolveFactorOwner(sealed: string | null): Promise<FactorOwner | null> {
  const claims = sealed ? await openSession(sealed) : null;
  const session = claims && (await findSession(claims.sid));
  if (!session || session.disabledAt || endOf(session, new Date())) return null;
  const { id, memberId, role, name, locale, provenAt } = session;
  return { actor: { id: memberId, role }, sessionId: id, name, locale, stage: stageOf(session), provenAt };
}

/**
 * The first line of every command that changes a member's own factors. Whoever has one must have shown it, and have proven
 * who they are just now: an open screen must not be enough to lock its owner out.
 *
 * @throws Refusal FORBIDDEN, SECOND_FACTOR_NEEDED, PROOF_NEEDED
 */
export function authoriseFactorChange({ actor, stage, provenAt }: FactorOwner): void {
  authorise(actor, "factor.manage", { memberId: actor.id });
  if (stage === "prove") throw new Refusal("SECOND_FACTOR_NEEDED");
  if (!isProven(provenAt, new Date())) throw new Refusal("PROOF_NEEDED");
}
