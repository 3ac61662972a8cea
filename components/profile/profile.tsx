"use client";

import { useTranslations } from "next-intl";
import { SecondFactors } from "#components/second-factor/second-factors.tsx";
import { PageTitle } from "#components/shell/page-title.tsx";
import type { AccessToken } from "#domain/access-token.ts";
import type { Member } from "#domain/member.ts";
import type { SecondFactors as Factors } from "#domain/second-factor.ts";
import { IDLE_DAYS, type Session } from "#domain/session.ts";
import { AccountForm } from "./account-form.tsx";
import { LanguageChoice } from "./language-choice.tsx";
import { NotificationChoices } from "./notification-choices.tsx";
import { PasswordForm } from "./password-form.tsx";
import { Section } from "./section.tsx";
import { Sessions } from "./sessions.tsx";
import { Tokens } from "./tokens.tsx";

interface ProfileProps {
  member: Member;
  /** False for a member who signs in elsewhere. */
  hasPassword: boolean;
  sessions: Session[];
  tokens: AccessToken[];
  secondFactors: Factors;
}

export function Profile({ member, hasPassword, sessions, tokens, secondFactors }: ProfileProps) {
  const t = useTranslations("profile");
  const factorWords = useTranslations("second-factor");
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
      <Section id="second-factor" title={factorWords("title")} hint={factorWords("hint")}>
        <SecondFactors first={secondFactors} />
      </Section>
      <Section id="sessions" title={t("sessions.title")} hint={t("sessions.hint", { days: IDLE_DAYS })}>
        <Sessions first={sessions} />
      </Section>
      <Section id="tokens" title={t("tokens.title")} hint={t("tokens.hint")}>
        <Tokens first={tokens} />
      </Section>
    </>
  );
}
