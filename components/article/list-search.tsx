"use client";

import { CloseButton, Loader, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import classes from "./list.module.css";

interface ListSearchProps {
  value: string;
  onChange: (value: string) => void;
  busy: boolean;
}

export function ListSearch({ value, onChange, busy }: ListSearchProps) {
  const t = useTranslations("articles.search");
  const clear = value ? <CloseButton size="sm" aria-label={t("clear")} onClick={() => onChange("")} /> : null;
  return (
    <search className={classes.search}>
      <TextInput
        type="search"
        size="md"
        aria-label={t("label")}
        placeholder={t("placeholder")}
        maxLength={200}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={busy ? <Loader size="xs" type="oval" aria-hidden /> : clear}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </search>
  );
}
