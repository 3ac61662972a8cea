"use client";

import { useTranslations } from "next-intl";
import { PageTitle } from "#components/shell/page-title.tsx";
import type { AccessToken } from "#domain/access-token.ts";
import type { Member } from "#domain/member.ts";
import { AccountForm } from "./account-form.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { NotificationChoices } from "./notification-choices.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Section } from "./section.tsx";
import { Tokens } from "./tokens.tsx";

interface ProfileProps {
  member: Member;
  /** False for a member who signs in elsewhere. */
  hasPassword: boolean;
  tokens: AccessToken[];
}

export function Profile({ member, hasPassword, tokens }: ProfileProps) {
  const t = useTranslations("profile");
  return (
    <>
      <PageTitle>{t("title")}</PageTitle>
      <Section id="account" title={t("account.title")}>
        <AccountForm member={member} />
      </Section>
      <Section id="language" title={t("language.title")}>
        <LanguageChoice />
      </Section>
      <Section id="notifications" title={t("notifications.title")} hint={t("notifications.hint")}>
        <NotificationChoices />
      </Section>
      {hasPassword ? (
        <Section id="password" title={t("password.title")} hint={t("password.hint")}>
          <PasswordForm email={member.email} />
        </Section>
      ) : null}
      <Section id="tokens" title={t("tokens.title")} hint={t("tokens.hint")}>
        <Tokens first={tokens} />
      </Section>
    </>
  );
}
