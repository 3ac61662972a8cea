import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Profile } from "#components/profile/profile.tsx";
import { Page } from "#components/shell/page.tsx";
import { requireMember } from "#server/auth/current-member.ts";
import { hasPassword, listAccessTokens, readProfile } from "#server/reads/profile.ts";
import { readSecondFactors } from "#server/reads/second-factor.ts";
import { listSessions } from "#server/reads/session.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("profile");
  return { title: t("title") };
}

export default async function ProfilePage() {
  const { actor, sessionId } = await requireMember();
  const [member, sessions, tokens, withPassword, secondFactors] = await Promise.all([
    readProfile(actor),
    listSessions(actor, sessionId),
    listAccessTokens(actor),
    hasPassword(actor),
    readSecondFactors(actor),
  ]);
  return (
    <Page>
      <Profile
        member={member}
        sessions={sessions}
        tokens={tokens}
        hasPassword={withPassword}
        secondFactors={secondFactors}
      />
    </Page>
  );
}
