"use client";

import { Alert, Button, Select, Textarea, TextInput } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useLocale, useTranslations } from "next-intl";
import { type ChangeEvent, type FormEvent, useMemo } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import type { Scale } from "#domain/scale.ts";
import classes from "./import.module.css";
import type { ImportField } from "./import-draft.ts";
import { ImportScale } from "./import-scale.tsx";
import type { ImportProblems, ImportValues } from "./import-values.ts";

/** The languages most articles come in; any other that a text declares is offered as well. */
const LANGUAGES = ["ja", "en", "zh", "ko", "fr", "de", "es", "pt", "ru", "uk", "ar"];

interface ImportDetailsProps {
  values: ImportValues;
  scales: Scale[];
  problems: ImportProblems;
  /** The server's sentences for fields that it refused. */
  refused: Partial<Record<ImportField, string>>;
  error: unknown;
  isBusy: boolean;
  onChange: (field: ImportField, value: string) => void;
  onSave: () => void;
}

/** What is said about the article, filled in from the text and open to correction. */
export function ImportDetails(props: ImportDetailsProps) {
  const t = useTranslations("import.details");
  const { values, scales, problems, refused, onChange } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSave();
  };
  const field = (name: ImportField) => {
    const problem = problems[name];
    return {
      label: t(`fields.${name}`),
      value: values[name],
      error: problem ? t(`problems.${problem}`) : refused[name],
      onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
        onChange(name, event.currentTarget.value),
    };
  };
  return (
    <form className={classes.details} aria-label={t("title")} onSubmit={submit} noValidate>
      <h2>{t("title")}</h2>
      <Textarea {...field("title")} autosize minRows={1} maxRows={4} maxLength={300} required />
      <LanguageSelect {...field("language")} onPick={(value) => onChange("language", value)} />
      <TextInput {...field("publisher")} maxLength={200} />
      <TextInput {...field("byline")} maxLength={200} />
      <TextInput {...field("publishedAt")} placeholder={t("datePlaceholder")} inputMode="numeric" />
      <TextInput {...field("url")} type="url" maxLength={2000} placeholder="https://" />
      <ImportScale scales={scales} value={values.scale} onPick={(value) => onChange("scale", value)} />
      <SaveProblem {...props} />
      <div className={classes.save}>
        <Button
          type="submit"
          fullWidth
          size="md"
          loading={props.isBusy}
          rightSection={<IconArrowRight size={18} aria-hidden />}
        >
          {t("save")}
        </Button>
      </div>
    </form>
  );
}

/** A refusal that belongs to no field. */
function SaveProblem({ error, refused }: ImportDetailsProps) {
  const errorMessage = useErrorMessage();
  if (!error || Object.keys(refused).length > 0) return null;
  return (
    <Alert color="red" role="alert">
      {errorMessage(error)}
    </Alert>
  );
}

interface LanguageSelectProps {
  label: string;
  value: string;
  error: string | undefined;
  onPick: (language: string) => void;
}

function LanguageSelect({ label, value, error, onPick }: LanguageSelectProps) {
  const locale = useLocale();
  const data = useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: "language" });
    const offered = LANGUAGES.includes(value) ? LANGUAGES : [value, ...LANGUAGES];
    return offered.map((language) => ({ value: language, label: names.of(language) ?? language }));
  }, [locale, value]);
  return (
    <Select
      label={label}
      error={error}
      data={data}
      value={value}
      allowDeselect={false}
      searchable
      onChange={(picked) => picked && onPick(picked)}
    />
  );
}
