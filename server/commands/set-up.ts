import { Refusal } from "#domain/error.ts";
import { DEFAULT_LOCALE, type Locale } from "#domain/localized.ts";
import { assertPassword } from "#server/auth/assert-password.ts";
import { hashPassword } from "#server/auth/password.ts";
import { hashSecret } from "#server/auth/secret.ts";
import { transaction } from "#server/db.ts";
import { appendEvent } from "#server/event-log.ts";

interface FirstAdmin {
  token: string;
  email: string;
  name: string;
  password: string;
  locale?: Locale | undefined;
}

/**
 * Makes the first admin of an installation without members, once, by the token from its log. The token's row goes with
 * it: of two who come at the same moment the second waits for that row and finds it gone.
 *
 * @throws Refusal LINK_INVALID, PASSWORD_COMMON, PASSWORD_PERSONAL
 */
export async function setUp(input: FirstAdmin): Promise<{ email: string }> {
  const passwordHash = await hashPassword(input.password);
  return transaction(async (tx) => {
    const used = await tx.setupToken.deleteMany({ where: { secretHash: hashSecret(input.token) } });
    if (used.count === 0 || (await tx.member.count()) > 0) throw new Refusal("LINK_INVALID");
    const { email, name, locale = DEFAULT_LOCALE } = input;
    await assertPassword(input.password, { name, email });
    const member = await tx.member.create({ data: { email, name, locale, passwordHash, role: "admin" } });
    await appendEvent(tx, {
      kind: "member.joined",
      actorId: member.id,
      subjectId: member.id,
      data: { by: "set-up", role: "admin" },
    });
    return { email: member.email };
  });
}
