"use client";

import { TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { PartialDate } from "#components/ui/partial-date.tsx";
import { FieldRow } from "./field-row.tsx";
import classes from "./panel.module.css";
import { readPartialDate } from "./partial-date.ts";
import { useField } from "./use-field.ts";

/** When something was said, as precisely as is known. What is no date yet stays in the field and is not sent. */
export function DateField({
  claimId,
  label,
  isReadOnly,
}: {
  claimId: string;
  label: string;
  isReadOnly: boolean;
}) {
  const t = useTranslations("claim");
  const id = useId();
  const field = useField(claimId, "saidOn");
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && readPartialDate(typed) === undefined;
  const leave = () => {
    if (!isWrong) setTyped(null);
    field.leave();
  };
  return (
    <FieldRow claimId={claimId} name="saidOn" label={label} htmlFor={id} state={field.state}>
      {isReadOnly ? (
        <p className={classes.plain}>{field.value ? <PartialDate value={field.value} /> : "—"}</p>
      ) : (
        <TextInput
          id={id}
          autoComplete="off"
          size="sm"
          inputMode="text"
          placeholder={t("datePlaceholder")}
          value={typed ?? field.value ?? ""}
          error={isWrong ? t("dateWrong") : undefined}
          classNames={{ input: classes.quiet }}
          onChange={(event) => {
            const text = event.currentTarget.value;
            setTyped(text);
            const date = readPartialDate(text);
            if (date !== undefined) field.edit(date);
          }}
          onFocus={field.enter}
          onBlur={leave}
        />
      )}
    </FieldRow>
  );
}
