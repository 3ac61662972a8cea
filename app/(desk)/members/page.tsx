import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Members } from "#components/member/members.tsx";
import { Page } from "#components/shell/page.tsx";
import { may } from "#domain/rights/table.ts";
import { requireMember } from "#server/auth/current-member.ts";
import { listInvitations, listMembers } from "#server/reads/member.ts";
import { listSecondFactorRules } from "#server/reads/second-factor.ts";

/** As many as the API answers by default, so that the second page follows the first without a gap. */
const FIRST_PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("members");
  return { title: t("title") };
}

export default async function MembersPage() {
  const { actor } = await requireMember();
  // The layout has answered already; a page is made beside its layout all the same.
  if (!may(actor, "member.list")) return null;
  const [first, invitations, factorRules] = await Promise.all([
    listMembers(actor, { limit: FIRST_PAGE }),
    listInvitations(actor),
    listSecondFactorRules(actor),
  ]);
  return (
    <Page>
      <Members first={first} invitations={invitations} factorRules={factorRules} />
    </Page>
  );
}
