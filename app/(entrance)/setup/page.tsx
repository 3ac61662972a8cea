import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntranceTitle } from "#components/sign-in/entrance.tsx";
import { SetUpForm } from "#components/sign-in/set-up-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { hasMembers } from "#server/reads/member.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in.setup");
  return { title: t("title") };
}

export default async function SetUpPage() {
  const t = await getTranslations("sign-in");
  if (await hasMembers())
    return (
      <>
        <EntranceTitle lead={t("setup.doneBody")}>{t("setup.doneTitle")}</EntranceTitle>
        <LinkButton href="/signin" variant="default">
          {t("invite.toSignIn")}
        </LinkButton>
      </>
    );
  return (
    <>
      <EntranceTitle lead={t("setup.lead")}>{t("setup.title")}</EntranceTitle>
      <SetUpForm />
    </>
  );
}
