"use client";

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef } from "react";
import { refusedFields } from "#components/api/refused-fields.ts";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import { DetailConflict } from "./detail-conflict.tsx";
import { DetailFields } from "./detail-fields.tsx";
import { type DetailField, detailValuesOf, isDetailField } from "./detail-values.ts";
import { useEditDetails } from "./use-edit-details.ts";

/** What is said about the article, open to correction by two people at once. */
export function EditDetailsForm({ onDone }: { onDone: () => void }) {
  const t = useTranslations("articles.edit");
  const errorMessage = useErrorMessage();
  const form = useRef<HTMLFormElement>(null);
  const { values, theirs, undecided, wasKept, outcome, isSaving, ...edit } = useEditDetails(onDone);
  const refused = refusedFields(outcome.error, isDetailField);
  const isElsewhere = outcome.error !== null && Object.keys(refused).length === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void edit.save();
  };
  useFocusOnTrouble(form, outcome);
  return (
    <form ref={form} onSubmit={submit} aria-label={t("title")} noValidate>
      <Stack gap="sm">
        {wasKept && (
          <Text size="sm" c="dimmed">
            {t("kept")}
          </Text>
        )}
        {undecided.length > 0 && (
          <Alert color="red" role="alert" p="xs">
            {t("conflict")}
          </Alert>
        )}
        <DetailFields
          values={values}
          problems={outcome.problems}
          refused={refused}
          onChange={edit.type}
          below={(field) =>
            undecided.includes(field) && (
              <DetailConflict
                field={field}
                mine={values[field]}
                theirs={detailValuesOf(theirs)[field]}
                onDecide={(choice) => edit.decide(field, choice)}
              />
            )
          }
        />
        {isElsewhere && (
          <Alert color="red" role="alert" p="xs">
            {errorMessage(outcome.error)}
          </Alert>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={edit.giveUp}>
            {t("cancel")}
          </Button>
          <Button type="submit" loading={isSaving}>
            {t("save")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Puts the focus where a person is needed next: the first conflict or wrong field, else what was just decided. */
function useFocusOnTrouble(
  form: { current: HTMLFormElement | null },
  outcome: { decided: DetailField | null; error: unknown },
): void {
  const first = useRef(outcome);
  useEffect(() => {
    if (outcome === first.current) return;
    const { decided, error } = outcome;
    const target =
      form.current?.querySelector<HTMLElement>("[data-conflict] button, [aria-invalid=true]") ??
      form.current?.querySelector<HTMLElement>(
        decided ? `[data-field=${decided}]` : error ? "[type=submit]" : ":focus",
      );
    target?.focus();
  }, [form, outcome]);
}
