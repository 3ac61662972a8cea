import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EntranceTitle } from "#components/sign-in/entrance.tsx";
import { InviteForm } from "#components/sign-in/invite-form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { readInvitation } from "#server/reads/invitation.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sign-in.invite");
  // The secret is in the address, and must not leave in a Referer.
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function InvitePage({ params }: { params: Promise<{ secret: string }> }) {
  const { secret } = await params;
  const t = await getTranslations("sign-in.invite");
  const roles = await getTranslations("shell.roles");
  const invitation = await readInvitation(secret);
  if (!invitation)
    return (
      <>
        <EntranceTitle lead={t("invalidBody")}>{t("invalidTitle")}</EntranceTitle>
        <LinkButton href="/signin" variant="default">
          {t("toSignIn")}
        </LinkButton>
      </>
    );
  const { email, role } = invitation;
  return (
    <>
      <EntranceTitle lead={t("lead", { email, role: roles(role) })}>{t("title")}</EntranceTitle>
      <InviteForm secret={secret} email={email} />
    </>
  );
}
