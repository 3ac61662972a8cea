"use client";

import { Alert, Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { useErrorMessage } from "#components/api/use-error-message.ts";
import type { Scale } from "#domain/scale.ts";
import { DetailFields } from "./detail-fields.tsx";
import type { DetailField, DetailProblems } from "./detail-values.ts";
import classes from "./import.module.css";
import type { ImportField } from "./import-draft.ts";
import { ImportScale } from "./import-scale.tsx";
import type { ImportValues } from "./import-values.ts";

interface ImportDetailsProps {
  values: ImportValues;
  scales: Scale[];
  problems: DetailProblems;
  /** The server's sentences for fields that it refused. */
  refused: Partial<Record<DetailField, string>>;
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
  return (
    <form className={classes.details} aria-label={t("title")} onSubmit={submit} noValidate>
      <h2>{t("title")}</h2>
      <DetailFields values={values} problems={problems} refused={refused} onChange={onChange} />
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
