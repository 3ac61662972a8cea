import { Refusal } from "#domain/error.ts";
import { DEFAULT_LOCALE, type Locale } from "#domain/localized.ts";
import { assertPassword } from "#server/auth/assert-password.ts";
import { hashPassword } from "#server/auth/password.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { admitInvited } from "#server/commands/admit-invited.ts";
import { transaction } from "#server/db.ts";
import { waiting } from "#server/reads/member.ts";

interface Newcomer {
  secret: string;
  name: string;
  password: string;
  locale?: Locale | undefined;
}

/**
 * Makes the bearer of an invitation's link a member. The link works once: two who use it at the same moment stand in
 * line for its row, and the second finds it used.
 *
 * @throws Refusal LINK_INVALID, PASSWORD_COMMON, PASSWORD_PERSONAL
 */
export async function acceptInvitation(input: Newcomer): Promise<{ email: string }> {
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    const invitation = await tx.invitation.findFirst({
      where: { secretHash: hashSecret(input.secret), ...waiting(new Date()) },
    });
    if (!invitation) throw new Refusal("LINK_INVALID");
    const { name, locale = DEFAULT_LOCALE } = input;
    await assertPassword(input.password, { name, email: invitation.email });
    const member = await admitInvited(tx, invitation, { name, locale, passwordHash });
    return { email: member.email };
  });
}
