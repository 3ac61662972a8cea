"use client";

import { Select, Textarea, TextInput } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, type ReactNode, useMemo } from "react";
import type { DetailField, DetailProblems, DetailValues } from "./detail-values.ts";

/** The languages most articles come in; any other that an article has is offered as well. */
const LANGUAGES = ["ja", "en", "zh", "ko", "fr", "de", "es", "pt", "ru", "uk", "ar"];

interface DetailFieldsProps {
  values: DetailValues;
  problems: DetailProblems;
  /** The server's sentences for fields that it refused. */
  refused: Partial<Record<DetailField, string>>;
  onChange: (field: DetailField, value: string) => void;
  /** What else there is to say about a field, below it. */
  below?: (field: DetailField) => ReactNode;
}

/** What is said about an article, open to correction. */
export function DetailFields({ values, problems, refused, onChange, below }: DetailFieldsProps) {
  const t = useTranslations("import.details");
  const field = (name: DetailField) => {
    const problem = problems[name];
    return {
      label: t(`fields.${name}`),
      value: values[name],
      error: problem ? t(`problems.${problem}`) : refused[name],
      "data-field": name,
    };
  };
  const typed = (name: DetailField) => ({
    ...field(name),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      onChange(name, event.currentTarget.value),
  });
  return (
    <>
      <Textarea {...typed("title")} autosize minRows={1} maxRows={4} required data-autofocus />
      {below?.("title")}
      <LanguageSelect {...field("language")} onPick={(value) => onChange("language", value)} />
      {below?.("language")}
      <TextInput {...typed("publisher")} />
      {below?.("publisher")}
      <TextInput {...typed("byline")} />
      {below?.("byline")}
      <TextInput {...typed("publishedAt")} placeholder={t("datePlaceholder")} inputMode="numeric" />
      {below?.("publishedAt")}
      <TextInput {...typed("url")} type="url" placeholder="https://" />
      {below?.("url")}
    </>
  );
}

interface LanguageSelectProps {
  label: string;
  value: string;
  error: string | undefined;
  "data-field": string;
  onPick: (language: string) => void;
}

function LanguageSelect({ value, onPick, ...input }: LanguageSelectProps) {
  const languageName = useLanguageName();
  const data = useMemo(() => {
    const offered = LANGUAGES.includes(value) ? LANGUAGES : [value, ...LANGUAGES];
    return offered.map((language) => ({ value: language, label: languageName(language) }));
  }, [languageName, value]);
  return (
    <Select
      {...input}
      data={data}
      value={value}
      allowDeselect={false}
      searchable
      onChange={(picked) => picked && onPick(picked)}
    />
  );
}

/** Names a language of BCP 47 in the reader's own. */
export function useLanguageName(): (language: string) => string {
  const locale = useLocale();
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    return (language) => names.of(language) ?? language;
  }, [locale]);
}
