import { Refusal } from "#domain/error.ts";
import { DEFAULT_LOCALE } from "#domain/localized.ts";
import type { Role } from "#domain/member.ts";
import type { SsoProblem } from "#domain/sso-problem.ts";
import type { Member } from "#prisma/generated/client.ts";
import { admitInvited } from "#server/commands/admit-invited.ts";
import { followGroups } from "#server/commands/follow-groups.ts";
import { type Db, transaction } from "#server/db.ts";
import { waiting } from "#server/reads/member.ts";

/** What the identity provider says of a person who proved who they are. */
export interface OidcPerson {
  /** `issuer|subject`: theirs for ever, unlike an address. */
  subject: string;
  /** Normalised; null where the provider tells none. */
  email: string | null;
  /** False where the provider does not vouch for the address. */
  emailVerified: boolean;
  name: string;
  /** The role of their groups, null where none gives one; absent where roles don't follow groups. */
  groupRole?: Role | null;
}

const refused = (reason: SsoProblem) => new Refusal("FORBIDDEN", { reason });

/**
 * The member an identity provider's person is: the one linked before; else the one with their verified address, who is
 * linked now; else the one their waiting invitation makes of them. Nobody else gets in, and no account comes about by
 * itself. Where roles follow groups, the member's does so now.
 *
 * @throws Refusal FORBIDDEN; `data.reason` is an SsoProblem
 */
export async function admitByOidc(person: OidcPerson): Promise<Member> {
  return transaction(async (tx) => {
    const linked = await tx.member.findUnique({ where: { oidcSubject: person.subject } });
    const member = linked ?? (await byAddress(tx, person));
    if (member.disabledAt) throw refused("closed");
    return person.groupRole === undefined ? member : followGroups(tx, member, person.groupRole);
  });
}

async function byAddress(tx: Db, { subject, email, emailVerified, name }: OidcPerson): Promise<Member> {
  if (email === null) throw refused("noEmail");
  if (!emailVerified) throw refused("unverified");
  const known = await tx.member.findUnique({ where: { email } });
  if (known) return link(tx, known, subject);
  const invitation = await tx.invitation.findFirst({ where: { email, ...waiting(new Date()) } });
  if (!invitation) throw refused("stranger");
  return admitInvited(tx, invitation, { name, oidcSubject: subject, locale: DEFAULT_LOCALE });
}

/** An account that belongs to another person of the provider is not handed over with the address. */
async function link(tx: Db, member: Member, oidcSubject: string): Promise<Member> {
  if (member.disabledAt) throw refused("closed");
  const { count } = await tx.member.updateMany({
    where: { id: member.id, oidcSubject: null, disabledAt: null },
    data: { oidcSubject },
  });
  if (count === 0) throw refused("otherPerson");
  return member;
}
