import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Profile } from "#components/profile/profile.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireMember } from "#server/auth/current-member.ts";
import { hasPassword, listAccessTokens, readProfile } from "#server/reads/profile.ts";
import { readSecondFactors } from "#server/reads/second-factor.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const { actor } = await requireMember();
  const [member, tokens, withPassword, secondFactors] = await Promise.all([
    readProfile(actor),
    listAccessTokens(actor),
    hasPassword(actor),
    readSecondFactors(actor),
  ]);
  return (
    <Page>
      <Profile member={member} tokens={tokens} hasPassword={withPassword} secondFactors={secondFactors} />
    </Page>
  );
}
