import { Refusal } from "#domain/error.ts";
import { DEFAULT_LOCALE } from "#domain/localized.ts";
import type { Member } from "#prisma/generated/client.ts";
import { admitInvited } from "#server/commands/admit-invited.ts";
import { type Db, transaction } from "#server/db.ts";
import { waiting } from "#server/reads/member.ts";

/** What the identity provider says of a person who proved who they are. */
export interface OidcPerson {
  /** `issuer|subject`: theirs for ever, unlike an address. */
  subject: string;
  /** Normalised; null where the provider does not vouch for it. */
  verifiedEmail: string | null;
  name: string;
}

/**
 * The member an identity provider's person is: the one linked before; else the one with their verified address, who is
 * linked now; else the one their waiting invitation makes of them. Nobody else gets in, and no account comes about by
 * itself.
 *
 * @throws Refusal FORBIDDEN
 */
export async function admitByOidc(person: OidcPerson): Promise<Member> {
  const member = await transaction(async (tx) => {
    const linked = await tx.member.findUnique({ where: { oidcSubject: person.subject } });
    return linked ?? (await byAddress(tx, person));
  });
  if (!member || member.disabledAt) throw new Refusal("FORBIDDEN");
  return member;
}

async function byAddress(
  tx: Db,
  { subject, verifiedEmail: email, name }: OidcPerson,
): Promise<Member | null> {
  if (email === null) return null;
  const known = await tx.member.findUnique({ where: { email } });
  if (known) return link(tx, known, subject);
  const invitation = await tx.invitation.findFirst({ where: { email, ...waiting(new Date()) } });
  return (
    invitation && (await admitInvited(tx, invitation, { name, oidcSubject: subject, locale: DEFAULT_LOCALE }))
  );
}

/** An account that belongs to another person of the provider is not handed over with the address. */
async function link(tx: Db, member: Member, oidcSubject: string): Promise<Member | null> {
  const { count } = await tx.member.updateMany({
    where: { id: member.id, oidcSubject: null, disabledAt: null },
    data: { oidcSubject },
  });
  return count === 1 ? member : null;
}
