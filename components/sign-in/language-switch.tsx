"use client";

import { UnstyledButton } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { rememberAtTheDoor } from "#components/shell/use-change-locale.ts";
import { LOCALES, type Locale } from "#domain/localized.ts";
import classes from "./entrance.module.css";

/** The language of this device at the door; a member's own takes over inside. */
export function LanguageSwitch() {
  const t = useTranslations("shell");
  const current = useLocale();
  const router = useRouter();
  const speak = (locale: Locale) => {
    rememberAtTheDoor(locale);
    router.refresh();
  };
  return (
    <fieldset aria-label={t("language")} className={classes.language}>
      {LOCALES.map((locale) => (
        <UnstyledButton
          key={locale}
          lang={locale}
          className={classes.languageChoice}
          aria-pressed={locale === current}
          onClick={() => speak(locale)}
        >
          {t(`languages.${locale}`)}
        </UnstyledButton>
      ))}
    </fieldset>
  );
}
