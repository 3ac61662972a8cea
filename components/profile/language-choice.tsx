"use client";

import { Radio, Stack } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { useChangeLocale } from "#components/shell/use-change-locale.ts";
import { LOCALES, localeSchema } from "#domain/localized.ts";

/** The interface's language, changed as soon as another is chosen. */
export function LanguageChoice() {
  const t = useTranslations("profile.language");
  const languages = useTranslations("shell.languages");
  const current = useLocale();
  const change = useChangeLocale();
  return (
    <Radio.Group
      aria-label={t("title")}
      description={t("hint")}
      value={current}
      onChange={(value) => change(localeSchema.parse(value))}
    >
      <Stack gap="xs" mt="xs">
        {LOCALES.map((locale) => (
          <Radio key={locale} value={locale} label={<span lang={locale}>{languages(locale)}</span>} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
