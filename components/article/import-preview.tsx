"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { IconColumns2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { Busy } from "#components/ui/busy.tsx";
import { type ImportFormat, isTextFormat, TEXT_FORMATS } from "#domain/article-import.ts";
import classes from "./import.module.css";
import { ImportUnderstood } from "./import-understood.tsx";
import type { OriginalSource } from "./original.tsx";
import type { ImportEdits } from "./use-import-edits.ts";

interface ImportPreviewPanelProps {
  edits: ImportEdits;
  isReading: boolean;
  format: ImportFormat | null;
  /** Null where the format can't be another. */
  onFormat: ((format: ImportFormat) => void) | null;
  /** What the text was understood from; null where it can't be shown. */
  original: OriginalSource | null;
  isBeside: boolean;
  onBeside: (isBeside: boolean) => void;
}

/** The text as it was understood, before anything is stored. */
export function ImportPreviewPanel(props: ImportPreviewPanelProps) {
  const { edits, isReading, format, onFormat, original, isBeside, onBeside } = props;
  const t = useTranslations("import.preview");
  const { preview } = edits;
  return (
    <section className={classes.panel} aria-label={t("title")} aria-busy={isReading}>
      <header className={classes.panelHead}>
        <h2>{t("title")}</h2>
        {preview && onFormat && isTextFormat(preview.format) ? (
          <SegmentedControl
            size="xs"
            aria-label={t("format")}
            value={format ?? preview.format}
            onChange={(value) => onFormat(value)}
            data={TEXT_FORMATS.map((name) => ({ value: name, label: t(`formats.${name}`) }))}
          />
        ) : null}
        {preview && original ? (
          <Button
            size="compact-sm"
            variant={isBeside ? "light" : "default"}
            aria-pressed={isBeside}
            leftSection={<IconColumns2 size={14} aria-hidden />}
            onClick={() => onBeside(!isBeside)}
          >
            {t("beside")}
          </Button>
        ) : null}
      </header>
      {preview ? (
        <ImportUnderstood
          preview={preview}
          edits={edits}
          original={isBeside ? original : null}
          reading={original?.type === "reading" ? original.reading : null}
        />
      ) : (
        <Nothing isReading={isReading} />
      )}
    </section>
  );
}

function Nothing({ isReading }: { isReading: boolean }) {
  const t = useTranslations("import.preview");
  return (
    <div className={classes.nothing}>{isReading ? <Busy label={t("reading")} /> : <p>{t("nothing")}</p>}</div>
  );
}
