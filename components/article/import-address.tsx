"use client";

import { Button, TextInput } from "@mantine/core";
import { IconWorldDownload, IconX } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { addressTyped } from "./address-typed.ts";
import classes from "./import.module.css";
import { useFetchProblem } from "./use-fetch-problem.ts";

interface ImportAddressProps {
  isFetching: boolean;
  /** Why the last address brought nothing. */
  error: unknown;
  onFetch: (url: string) => void;
  onCancel: () => void;
}

/** Where an article comes in from the web: the server fetches it, the address goes with it. */
export function ImportAddress({ isFetching, error, onFetch, onCancel }: ImportAddressProps) {
  const t = useTranslations("import.address");
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const problem = useFetchProblem(error);
  const shown = isWrong ? t("invalid") : problem;
  const statusId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isFetching) return;
    const url = addressTyped(typed);
    setWrong(url === null);
    if (url !== null) onFetch(url);
  };
  const type = (value: string) => {
    setTyped(value);
    setWrong(false);
  };
  return (
    <form className={classes.address} aria-label={t("label")} onSubmit={submit} noValidate>
      <TextInput
        type="url"
        inputMode="url"
        aria-label={t("label")}
        aria-describedby={statusId}
        placeholder={t("placeholder")}
        value={typed}
        error={shown ? <span role="alert">{shown}</span> : undefined}
        readOnly={isFetching}
        onChange={(event) => type(event.currentTarget.value)}
      />
      {isFetching ? (
        <Button variant="default" leftSection={<IconX size={16} aria-hidden />} onClick={onCancel}>
          {t("cancel")}
        </Button>
      ) : (
        <Button type="submit" variant="default" leftSection={<IconWorldDownload size={16} aria-hidden />}>
          {t("fetch")}
        </Button>
      )}
      <span id={statusId} role="status" className={classes.addressStatus}>
        {isFetching ? t("fetching") : null}
      </span>
    </form>
  );
}
