"use client";

import { Button, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { orpc } from "#components/api/client.ts";
import { readPartialDate } from "#components/claim/partial-date.ts";
import { canonicalUrl } from "#domain/canonical-url.ts";
import { SOURCE_TYPES, type Source } from "#domain/source.ts";
import { type TypedSource, wrongFields } from "./picked-source.ts";
import classes from "./source.module.css";
import { SourceLine } from "./source-line.tsx";

interface SourceFieldsProps {
  draft: TypedSource;
  onChange: (draft: TypedSource) => void;
  onBack: () => void;
  /** The person takes the source that is there already. */
  onUse: (source: Source) => void;
}

const REST = 400;

/** The description of a new source. Says so when its address is in the library already. */
export function SourceFields({ draft, onChange, onBack, onUse }: SourceFieldsProps) {
  const t = useTranslations("evidence");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const wrong = wrongFields(draft);
  const twin = useTwin(draft.url);
  const textField = (name: Exclude<keyof TypedSource, "type">, required = false) => ({
    size: "sm" as const,
    label: t(`source.fields.${name}`),
    value: draft[name],
    withAsterisk: required,
    error: left.has(name) && wrong.has(name) ? t(`source.wrong.${wrongKind(name, draft[name])}`) : undefined,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ ...draft, [name]: event.currentTarget.value }),
    onBlur: () => {
      setLeft((before) => new Set(before).add(name));
      const date = isDate(name) ? readPartialDate(draft[name]) : undefined;
      if (date) onChange({ ...draft, [name]: date });
    },
  });
  return (
    <fieldset className={classes.fields}>
      <legend className={classes.legend}>{t("source.new")}</legend>
      <TextInput {...textField("url")} inputMode="url" placeholder="https://" />
      {twin && (
        <div className={classes.twin} role="status">
          <p>{t("source.known")}</p>
          <SourceLine source={twin} />
          <Button size="compact-sm" variant="light" onClick={() => onUse(twin)}>
            {t("source.useKnown")}
          </Button>
        </div>
      )}
      <TextInput {...textField("title", true)} maxLength={500} autoFocus />
      <div className={classes.pair}>
        <TextInput {...textField("publisher")} maxLength={200} />
        <TextInput {...textField("author")} maxLength={200} />
        <TextInput {...textField("issued")} placeholder="2025-09-02" />
        <TextInput {...textField("accessed")} placeholder="2025-09-02" />
      </div>
      <Select
        size="sm"
        label={t("source.fields.type")}
        allowDeselect={false}
        value={draft.type}
        data={SOURCE_TYPES.map((value) => ({ value, label: t(`source.types.${value}`) }))}
        onChange={(type) => type && onChange({ ...draft, type })}
      />
      <Button size="compact-sm" variant="subtle" onClick={onBack} className={classes.back}>
        {t("source.back")}
      </Button>
    </fieldset>
  );
}

type TypedField = Exclude<keyof TypedSource, "type">;

const isDate = (name: TypedField) => name === "issued" || name === "accessed";

/** Of the other fields only the title must be filled; what stands in them and is wrong is no name. */
function wrongKind(name: TypedField, typed: string) {
  if (isDate(name)) return "date";
  if (name === "url") return "url";
  return typed.trim() === "" ? "text" : "name";
}

/** The source of the library with this address, however it is spelled. */
function useTwin(url: string): Source | null {
  const [settledUrl] = useDebouncedValue(url.trim(), REST);
  const canonical = canonicalUrl(settledUrl);
  const found = useQuery({
    ...orpc.source.list.queryOptions({ input: { q: settledUrl, limit: 8 } }),
    enabled: canonical !== null,
  });
  if (canonical === null) return null;
  return found.data?.items.find((source) => source.url && canonicalUrl(source.url) === canonical) ?? null;
}
