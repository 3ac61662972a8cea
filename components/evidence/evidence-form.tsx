"use client";

import { Alert, Button, Checkbox, Group, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useId, useState } from "react";
import { DeedRefused } from "#components/queue/deed-refused.ts";
import type { PickedSource } from "#components/source/picked-source.ts";
import { sourceOf } from "#components/source/picked-source.ts";
import { SourcePicker } from "#components/source/source-picker.tsx";
import { useKeptForm } from "#components/ui/use-kept-form.ts";
import type { Evidence, EvidenceDraft, Stance } from "#domain/evidence.ts";
import { STANCES } from "#domain/evidence.ts";
import type { Writer } from "#domain/writer.ts";
import classes from "./evidence.module.css";
import { EvidenceConflict } from "./evidence-conflict.tsx";

interface EvidenceFormProps {
  /** The name under which what is typed outlives a reload. */
  keptAs: string;
  /** Null for a new piece; then a source is asked for. */
  evidence: Evidence | null;
  /**
   * `version` is that of the newer text the person has decided to write over; null where there was none. `title` is the
   * source's. Throws `DeedRefused`.
   */
  onSave: (draft: Omit<EvidenceDraft, "id">, version: number | null, title: string) => Promise<void>;
  onCancel: () => void;
}

interface EvidenceConflictData {
  current: Evidence;
  writers: Writer[];
}

interface Values {
  source: PickedSource | null;
  stance: Stance;
  primary: boolean;
  quote: string;
  locator: string;
  note: string;
}

const initialOf = (evidence: Evidence | null): Values => ({
  source: evidence ? { kind: "known", source: evidence.source } : null,
  stance: evidence?.stance ?? "supports",
  primary: evidence?.primary ?? false,
  quote: evidence?.quote ?? "",
  locator: evidence?.locator ?? "",
  note: evidence?.note ?? "",
});

/** A source, what it does to the claim, and the very words it says. */
export function EvidenceForm({ keptAs, evidence, onSave, onCancel }: EvidenceFormProps) {
  const t = useTranslations("evidence");
  const stanceId = useId();
  const [values, change, forget] = useKeptForm(keptAs, initialOf(evidence));
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);

  /** The version the values were written over, once that is another than the form was opened with. */
  const [base, setBase] = useState<number | null>(null);
  const [conflict, setConflict] = useState<EvidenceConflictData | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void save(base);
  };
  const save = async (version: number | null) => {
    const source = values.source && sourceOf(values.source);
    if (!source) return setProblem(t(values.source ? "sourceIncomplete" : "sourceMissing"));
    setSaving(true);
    setProblem(null);
    const { stance, primary, quote, locator, note } = values;
    try {
      await onSave(
        {
          source,
          stance,
          primary,
          quote: quote.trim() || null,
          locator: locator.trim() || null,
          note: note.trim() || null,
        },
        version,
        values.source?.kind === "known" ? values.source.source.title : (values.source?.draft.title ?? ""),
      );
      forget();
    } catch (error) {
      if (!(error instanceof DeedRefused)) throw error;
      const { code, data } = error.refusal;
      if (code === "CONFLICT") setConflict(data as EvidenceConflictData);
      else setProblem(error.message || t("failed"));
    } finally {
      setSaving(false);
    }
  };
  const cancel = () => {
    forget();
    onCancel();
  };

  return (
    <form
      className={classes.form}
      data-field="evidence"
      onSubmit={submit}
      aria-label={t(evidence ? "editTitle" : "addTitle")}
    >
      {evidence ? (
        <p className={classes.fixedSource}>{evidence.source.title}</p>
      ) : (
        <SourcePicker picked={values.source} onPick={(source) => change({ source })} />
      )}
      <div>
        <span className={classes.formLabel} id={stanceId}>
          {t("stance")}
        </span>
        <SegmentedControl
          fullWidth
          size="xs"
          aria-labelledby={stanceId}
          value={values.stance}
          onChange={(stance) => change({ stance: stance as Stance })}
          data={STANCES.map((value) => ({ value, label: t(`stances.${value}`) }))}
        />
      </div>
      <Checkbox
        size="sm"
        label={t("isPrimary")}
        description={t("primaryHint")}
        checked={values.primary}
        onChange={(event) => change({ primary: event.currentTarget.checked })}
      />
      <Textarea
        size="sm"
        autosize
        minRows={2}
        maxLength={4000}
        label={t("quote")}
        description={t("quoteHint")}
        value={values.quote}
        onChange={(event) => change({ quote: event.currentTarget.value })}
      />
      <TextInput
        size="sm"
        maxLength={200}
        label={t("locator")}
        placeholder={t("locatorPlaceholder")}
        value={values.locator}
        onChange={(event) => change({ locator: event.currentTarget.value })}
      />
      <Textarea
        size="sm"
        autosize
        maxLength={2000}
        label={t("note")}
        value={values.note}
        onChange={(event) => change({ note: event.currentTarget.value })}
      />
      {conflict && (
        <EvidenceConflict
          mine={values}
          theirs={conflict.current}
          writer={conflict.writers[0] ?? null}
          onKeepMine={() => {
            setConflict(null);
            void save(conflict.current.version);
          }}
          onTakeTheirs={() => {
            const { stance, primary, quote, locator, note, version } = conflict.current;
            setConflict(null);
            change({ stance, primary, quote: quote ?? "", locator: locator ?? "", note: note ?? "" });
            setBase(version);
          }}
        />
      )}
      {problem && (
        <Alert color="red" role="alert" p="xs">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={cancel}>
          {t("cancel")}
        </Button>
        <Button type="submit" loading={isSaving}>
          {t(evidence ? "save" : "addThis")}
        </Button>
      </Group>
    </form>
  );
}
